import type { ShownState } from '../candidacy/words.ts';

/** Why a candidate withdraws (motif de désistement); structured, for free text proved useless to everybody. */
export const withdrawalReasons = ['OTHER_ADMISSION', 'CHANGED_PLANS', 'FINANCIAL', 'PERSONAL', 'MISTAKE', 'OTHER'] as const;
/** One of `withdrawalReasons`. */
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** One school of a submitted application, as its candidate sees it. */
export interface FiledChoice {
  readonly schoolId: string;
  readonly state: ShownState;
}

/** Why a school cannot be withdrawn; `path` leads to it in the list that was given. */
export interface WithdrawalObjection {
  readonly reason: 'NO_CHOICE' | 'NOT_CHOSEN' | 'CHOSEN_TWICE' | 'NOT_IN_THIS_STATE';
  readonly path: readonly string[];
}

/** States in which a candidate can still withdraw: the candidacy has not ended, as far as its candidate may know. */
const open: ReadonlySet<ShownState> = new Set([
  'UNDER_CONSIDERATION',
  'TO_COMPLETE',
  'ELIGIBLE',
  'EXAMINED',
  'WAITING_LIST',
  'OFFERED',
  'HELD',
  'ACCEPTED',
]);

/** A candidate withdraws one school, several or all, at any time, from what has not ended; one objection refuses the whole act. */
export function objectionsToWithdrawing(schoolIds: readonly string[], filed: Iterable<FiledChoice>): WithdrawalObjection[] {
  const states = new Map([...filed].map(({ schoolId, state }) => [schoolId, state]));
  if (schoolIds.length === 0) return [{ reason: 'NO_CHOICE', path: ['schoolIds'] }];
  return schoolIds.flatMap((schoolId, index): WithdrawalObjection[] => {
    const path = ['schoolIds', String(index)];
    const state = states.get(schoolId);
    if (state === undefined) return [{ reason: 'NOT_CHOSEN', path }];
    if (schoolIds.indexOf(schoolId) < index) return [{ reason: 'CHOSEN_TWICE', path }];
    return open.has(state) ? [] : [{ reason: 'NOT_IN_THIS_STATE', path }];
  });
}
