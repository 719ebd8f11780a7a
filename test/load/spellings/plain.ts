import { statementDigest } from '@guichet/admissions/application/submit-application';
import type { DashboardCall, PageCall, SubmissionCall } from '../calls.ts';
import { instant, type Spelling, type Told } from './spelling.ts';

const choicesOf = (choices: Told) => choices.map(({ state, school }: Told) => ({ state, school: school.name }));

/** What a submission answered. */
export function submissionSaid({ data: { submit: done } }: Told): object {
  const { id, state, choices } = done.application;
  return { id, state, choices: choicesOf(choices), userErrors: done.userErrors };
}

/** Bare answers: ids are the rows' own, and no place is hidden. */
const said = {
  pageSaid: ({ data: { candidacies } }: Told) => ({
    rows: candidacies.edges.map(({ node }: Told) => rowOf(node)),
    ...candidacies.pageInfo,
  }),
  dashboardSaid: ({ data: { application } }: Told) => ({ ...application, choices: choicesOf(application.choices) }),
  submissionSaid,
  submittedHolds: '"state":"SUBMITTED"',
};

/** What a submission is asked with. */
export const submitted = ({ application }: SubmissionCall) => ({
  applicationId: application,
  expectedVersion: 2,
  idempotencyKey: crypto.randomUUID(),
  statementDigest,
});

/** The limit: a path each, and what is needed as JSON. */
export const limit: Spelling = {
  page: ({ campaign, state }: PageCall, after) => ({ path: '/L', body: { campaign, state, after } }),
  dashboard: ({ campaign }: DashboardCall) => ({ path: '/D', body: { campaign } }),
  submission: (call) => ({ path: '/S', body: submitted(call) }),
  ...said,
};

const operation = (query: string, variables: object) => ({ path: '/graphql', body: { query, variables } });

const list = `query List($campaign: ID!, $state: String!, $after: String) { candidacies(campaign: $campaign, state: $state, first: 50, after: $after) {
  edges { cursor node { id state receivedAt isUnopened openedAt lastName firstNames specialisms { name } labels { id name } notes { id } } }
  pageInfo { hasNextPage endCursor } } }`;
const dossier = `query Dashboard($campaign: ID!) { application(campaign: $campaign) { id state lastName firstNames
  choices { state school { name } } studies { institutionName level diploma } } }`;
const submit = `mutation Submit($applicationId: ID!, $expectedVersion: Int!, $idempotencyKey: ID!, $statementDigest: String!) {
  submit(applicationId: $applicationId, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey, statementDigest: $statementDigest) {
    application { id state choices { state school { name } } } userErrors { code } } }`;

/** The bare schema: what the peers that write their own GraphQL serve. */
export const bare: Spelling = {
  page: ({ campaign, state }: PageCall, after) => operation(list, { campaign, state, after }),
  dashboard: ({ campaign }: DashboardCall) => operation(dossier, { campaign }),
  submission: (call) => operation(submit, submitted(call)),
  ...said,
};

function rowOf({ receivedAt, openedAt, specialisms, notes, ...row }: Told) {
  return {
    ...row,
    receivedAt: instant(receivedAt),
    openedAt: instant(openedAt),
    specialisms: specialisms.map(({ name }: Told) => name),
    notes: notes.map(({ id }: Told) => id),
  };
}
