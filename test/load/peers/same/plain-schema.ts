/** The bare schema of the peers that write their own: the same fields, no more. */
export const plainSchema = `
  type Query {
    candidacies(campaign: ID!, state: String!, first: Int!, after: String): CandidacyConnection
    application(campaign: ID!): Application
  }
  type Mutation { submit(applicationId: ID!, expectedVersion: Int!, idempotencyKey: ID!, statementDigest: String!): Submitted }
  type CandidacyConnection { edges: [CandidacyEdge!]! pageInfo: PageInfo! }
  type CandidacyEdge { cursor: String! node: Candidacy! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Candidacy { id: ID! state: String! receivedAt: String! isUnopened: Boolean! openedAt: String lastName: String! firstNames: String!
    specialisms: [Specialism!]! labels: [Label!]! notes: [Note!]! }
  type Specialism { name: String! }
  type Label { id: ID! name: String! }
  type Note { id: ID! }
  type Application { id: ID! state: String! lastName: String firstNames: String choices: [Choice!]! studies: [Study!]! }
  type Choice { state: String! school: School! }
  type School { name: String! }
  type Study { institutionName: String! level: String! diploma: String! }
  type Submitted { application: Application userErrors: [UserError!]! }
  type UserError { code: String! }`;

/** What a page is asked with. */
export interface PageAsked {
  readonly campaign: string;
  readonly state: string;
  readonly first: number;
  readonly after?: string | null;
}
