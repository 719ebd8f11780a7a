import { statementDigest } from '@guichet/admissions/application/submit-application';
import { encodeId, readId } from '@guichet/gateway/connection/node-id';
import { instant, type Spelling, type Told } from './spelling.ts';

const list = `query List($campaign: ID!, $state: CandidacyState!, $after: String) { desk { candidacies(campaignId: $campaign, filter: { states: [$state] },
    first: 50, after: $after) { edges { cursor node { id state receivedAt isUnopened openedAt dossier { identity { lastName firstNames } }
  specialisms { name { fr } } labels { id name } notes(first: 2) { edges { node { id } } } } } pageInfo { hasNextPage endCursor } } } }`;

const dossier = `query Dashboard($campaign: ID!) { me { application(campaignId: $campaign) { id state identity { lastName firstNames }
  choices { state school { name } } studies { institutionName level diploma } } } }`;

const submit = `mutation Submit($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { id state choices { state school { name } } } userErrors { code } } }`;

const operation = (operationName: string, query: string, variables: object) => ({
  path: '/graphql',
  body: { operationName, query, variables },
});
const uuidOf = (id: string) => readId(id)?.uuid;
const choicesOf = (choices: Told) => choices.map(({ state, school }: Told) => ({ state, school: school.name }));

/** Guichet's own contract. Two notes stand for two reviews, three labels for three documents; five years of study for five documents. */
export const guichet: Spelling = {
  page: ({ campaign, state }, after) => operation('List', list, { campaign: encodeId('Campaign', campaign), state, after }),
  pageSaid: ({ data }) => {
    const { edges, pageInfo } = data.desk.candidacies;
    return { rows: edges.map(({ node }: Told) => rowOf(node)), ...pageInfo };
  },
  dashboard: ({ campaign }) => operation('Dashboard', dossier, { campaign: encodeId('Campaign', campaign) }),
  dashboardSaid: ({ data }) => {
    const { id, state, identity, choices, studies } = data.me.application;
    return { id: uuidOf(id), state, ...identity, choices: choicesOf(choices), studies };
  },
  submission: ({ application }) =>
    operation('Submit', submit, {
      input: {
        applicationId: encodeId('Application', application),
        expectedVersion: 2,
        idempotencyKey: crypto.randomUUID(),
        statementDigest,
      },
    }),
  submissionSaid: ({ data }) => {
    const { application, userErrors } = data.submitApplication;
    return { id: uuidOf(application.id), state: application.state, choices: choicesOf(application.choices), userErrors };
  },
  submittedHolds: '"state":"SUBMITTED"',
};

function rowOf({ id, state, receivedAt, isUnopened, openedAt, dossier: { identity }, specialisms, labels, notes }: Told) {
  return {
    id: uuidOf(id),
    state,
    receivedAt: instant(receivedAt),
    isUnopened,
    openedAt: instant(openedAt),
    ...identity,
    specialisms: specialisms.map(({ name }: Told) => name.fr),
    labels: labels.map((label: Told) => ({ id: uuidOf(label.id), name: label.name })),
    notes: notes.edges.map(({ node }: Told) => uuidOf(node.id)),
  };
}
