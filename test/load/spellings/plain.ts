import { statementDigest } from '@guichet/admissions/application/submit-application';
import type { DashboardCall, PageCall, SubmissionCall } from '../calls.ts';
import { instant, type Spelling, type Told } from './spelling.ts';

const choicesOf = (choices: Told) => choices.map(({ state, school }: Told) => ({ state, school: school.name }));

/** Bare answers: ids are the rows' own, and no place is hidden. */
const said = {
  pageSaid: ({ data: { candidacies } }: Told) => ({
    rows: candidacies.edges.map(({ node }: Told) => rowOf(node)),
    ...candidacies.pageInfo,
  }),
  dashboardSaid: ({ data: { application } }: Told) => ({ ...application, choices: choicesOf(application.choices) }),
  submissionSaid: ({ data: { submit } }: Told) => ({
    id: submit.application.id,
    state: submit.application.state,
    choices: choicesOf(submit.application.choices),
    userErrors: submit.userErrors,
  }),
  submittedHolds: '"state":"SUBMITTED"',
};

const submitted = ({ application }: SubmissionCall) => ({
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

function rowOf({ receivedAt, openedAt, specialisms, notes, ...row }: Told) {
  return {
    ...row,
    receivedAt: instant(receivedAt),
    openedAt: instant(openedAt),
    specialisms: specialisms.map(({ name }: Told) => name),
    notes: notes.map(({ id }: Told) => id),
  };
}
