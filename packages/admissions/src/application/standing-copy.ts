import type { FiledCopy, FiledSchool } from '@guichet/database/application/application.read';
import type { ShownState } from '@guichet/domain/candidacy/words';

/** The newest copy a school was sent. */
export const newestCopy = ({ copies }: FiledSchool): FiledCopy => copies.at(-1) as FiledCopy;

/** Whether a candidacy stands: its newest copy was not withdrawn. A school chosen again always receives a further one. */
export const stands = (filed: FiledSchool): boolean =>
  filed.withdrawals.every(({ number }) => number !== newestCopy(filed).number);

/** What the candidate is shown of a candidacy. Nothing is published before later stages: it is under consideration or withdrawn. */
export const shownState = (filed: FiledSchool): ShownState => (stands(filed) ? 'UNDER_CONSIDERATION' : 'WITHDRAWN');
