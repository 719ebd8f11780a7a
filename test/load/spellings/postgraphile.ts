import type { DashboardCall, PageCall } from '../calls.ts';
import { submissionSaid, submitted } from './plain.ts';
import { instant, type Spelling, type Told } from './spelling.ts';

const list = `query List($school: UUID!, $reader: UUID!, $campaign: UUID!, $state: String!, $after: Cursor) {
  allCandidacies(condition: { schoolId: $school, campaignId: $campaign, state: $state }, orderBy: [RECEIVED_AT_ASC, ROW_ID_ASC], first: 50, after: $after) {
    edges { cursor node { rowId state receivedAt isUnopened openedAt(reader: $reader) identity { lastName firstNames } askedFor { nodes { nameFr } }
      sortedLabels { nodes { rowId name } } newestNotes { nodes { rowId } } } } pageInfo { hasNextPage endCursor } } }`;
const dossier = `query Dashboard($candidate: UUID!, $campaign: UUID!) { applicationByCandidateIdAndCampaignId(candidateId: $candidate, campaignId: $campaign) {
  rowId state candidateByCandidateId { identity } chosen { nodes { state name } } studies } }`;
const submit = `mutation Submit($applicationId: UUID!, $expectedVersion: Int!, $idempotencyKey: String!, $statementDigest: String!) {
  submit(applicationId: $applicationId, expectedVersion: $expectedVersion, idempotencyKey: $idempotencyKey, statementDigest: $statementDigest) {
    application { id state choices { state school { name } } } userErrors { code } } }`;

const operation = (query: string, variables: object) => ({ path: '/graphql', body: { query, variables } });

/** PostGraphile's own words. Whose rows they are is said in variables, which spares it a transaction for settings. */
export const postgraphile: Spelling = {
  page: ({ school, reader, campaign, state }: PageCall, after) => operation(list, { school, reader, campaign, state, after }),
  pageSaid: ({ data: { allCandidacies } }) => ({
    rows: allCandidacies.edges.map(({ node }: Told) => rowOf(node)),
    ...allCandidacies.pageInfo,
  }),
  dashboard: ({ candidate, campaign }: DashboardCall) => operation(dossier, { candidate, campaign }),
  dashboardSaid: ({ data }) => {
    const { rowId: id, state, candidateByCandidateId, chosen, studies } = data.applicationByCandidateIdAndCampaignId;
    const { lastName, firstNames } = candidateByCandidateId.identity;
    return {
      id,
      state,
      lastName,
      firstNames,
      choices: chosen.nodes.map(({ state: shown, name }: Told) => ({ state: shown, school: name })),
      studies: studies.map(({ institutionName, level, diploma }: Told) => ({ institutionName, level, diploma })),
    };
  },
  submission: (call) => operation(submit, submitted(call)),
  submissionSaid,
  submittedHolds: '"state":"SUBMITTED"',
};

function rowOf({ rowId, receivedAt, openedAt, identity, askedFor, sortedLabels, newestNotes, state, isUnopened }: Told) {
  return {
    id: rowId,
    state,
    receivedAt: instant(receivedAt),
    isUnopened,
    openedAt: instant(openedAt),
    lastName: identity.lastName,
    firstNames: identity.firstNames,
    specialisms: askedFor.nodes.map(({ nameFr }: Told) => nameFr),
    labels: sortedLabels.nodes.map((label: Told) => ({ id: label.rowId, name: label.name })),
    notes: newestNotes.nodes.map((note: Told) => note.rowId),
  };
}
