import type { DashboardCall, PageCall, SubmissionCall } from '../calls.ts';

/** One request as a peer wants it. */
export interface Spelled {
  readonly path: string;
  readonly body: object;
}

/** An answer in words that are the same whoever gave it. */
export interface SaidPage {
  readonly rows: readonly object[];
  readonly hasNextPage: boolean;
  /** The place after the page, in the peer's own spelling. */
  readonly endCursor: string | null;
}

/** What came back, as JSON. */
// oxlint-disable-next-line typescript/no-explicit-any -- each peer has a schema of its own, and its spelling knows it
export type Told = any;

/** The same work in one peer's words. */
export interface Spelling {
  page(call: PageCall, after: string | null): Spelled;
  pageSaid(told: Told): SaidPage;
  dashboard(call: DashboardCall): Spelled;
  dashboardSaid(told: Told): object;
  submission(call: SubmissionCall): Spelled;
  submissionSaid(told: Told): object;
  /** What the body of a submission that was done holds. */
  readonly submittedHolds: string;
}

/** One spelling of an instant, to the millisecond, as the contract has it. */
export const instant = (text: string | null): string | null =>
  text === null ? null : Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
