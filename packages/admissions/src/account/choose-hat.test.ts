import { describe, expect, test } from '@jest/globals';
import { chooseHat, wearableHats } from './choose-hat.ts';
import type { Hats } from './hats-of.ts';

const nobody: Hats = {
  memberships: [],
  hasConsortiumRight: false,
  candidateId: null,
  hasApplication: false,
  email: null,
  locale: null,
};
const membership = { id: 'm1', schoolId: 's1', displayName: 'O. Roux', functions: ['OFFICER'] as const, version: 1 };
const other = { id: 'm2', schoolId: 's2', displayName: 'O. Roux', functions: ['ADMIN'] as const, version: 1 };

describe('the hat of a request', () => {
  test('is the candidate’s for an account that holds nothing else', () => {
    expect(chooseHat(nobody, null)).toEqual({ kind: 'CANDIDATE' });
  });

  test('is the only membership, and being a candidate does not count beside it until a dossier exists', () => {
    const officer = { ...nobody, memberships: [membership] };
    expect(chooseHat(officer, null)).toEqual({ kind: 'SCHOOL', membership });
    expect(chooseHat({ ...officer, hasApplication: true }, null)).toBe('CHOOSE_HAT');
    expect(wearableHats({ ...officer, hasApplication: true })).toHaveLength(2);
  });

  test('is named among one’s own memberships; another’s is forbidden, as is nonsense', () => {
    const twice = { ...nobody, memberships: [membership, other] };
    expect(chooseHat(twice, null)).toBe('CHOOSE_HAT');
    expect(chooseHat(twice, { kind: 'MEMBERSHIP', id: 'm2' })).toEqual({ kind: 'SCHOOL', membership: other });
    expect(chooseHat(twice, { kind: 'MEMBERSHIP', id: 'm3' })).toBe('FORBIDDEN');
    expect(chooseHat(twice, { kind: 'UNREADABLE' })).toBe('FORBIDDEN');
    expect(chooseHat(twice, { kind: 'CONSORTIUM' })).toBe('FORBIDDEN');
  });

  test('may be the candidate’s for any account that names it', () => {
    expect(chooseHat({ ...nobody, memberships: [membership] }, { kind: 'CANDIDATE' })).toEqual({ kind: 'CANDIDATE' });
  });
});
