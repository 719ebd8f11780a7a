import { describe, expect, test } from '@jest/globals';
import { type ShownState, shownStates } from '../candidacy/words.ts';
import { objectionsToWithdrawing } from './withdrawal.ts';

const filed = [
  { schoolId: 'albi', state: 'UNDER_CONSIDERATION' },
  { schoolId: 'ales', state: 'WITHDRAWN' },
  { schoolId: 'douai', state: 'OFFERED' },
] as const;
const answers = (...schoolIds: string[]) =>
  objectionsToWithdrawing(schoolIds, filed).map(({ reason, path }) => `${path.join('/')} ${reason}`);
const isOpen = (state: ShownState) => objectionsToWithdrawing(['albi'], [{ schoolId: 'albi', state }]).length === 0;

describe('withdrawing', () => {
  test('one school or several are withdrawn', () => {
    expect(answers('albi')).toEqual([]);
    expect(answers('albi', 'douai')).toEqual([]);
  });

  test('every objection is told at once', () => {
    expect(answers('nancy', 'ales', 'albi', 'albi')).toEqual([
      'schoolIds/0 NOT_CHOSEN',
      'schoolIds/1 NOT_IN_THIS_STATE',
      'schoolIds/3 CHOSEN_TWICE',
    ]);
    expect(answers()).toEqual(['schoolIds NO_CHOICE']);
  });

  test('what has ended is not withdrawn', () => {
    expect(shownStates.filter(isOpen)).toEqual([
      'UNDER_CONSIDERATION',
      'TO_COMPLETE',
      'ELIGIBLE',
      'EXAMINED',
      'WAITING_LIST',
      'OFFERED',
      'ACCEPTED',
      'HELD',
    ]);
  });
});
