import { describe, expect, test } from '@jest/globals';
import { objectionsToMembers } from './campaign-membership.ts';

const contact = { name: 'Admissions', telephone: '05 63 49 30 00', email: null };
const albi = { slug: 'albi', specialismCount: 3, hasIntakeEntry: true, contact, adminCount: 1 };
const bare = { slug: 'nantes', specialismCount: 0, hasIntakeEntry: false, contact: null, adminCount: 0 };

describe('the membership of a campaign', () => {
  test('changes freely while it is being set up', () => {
    expect(objectionsToMembers({ state: 'DRAFT', joining: [bare], leaving: [], memberCount: 1 })).toEqual([]);
    expect(
      objectionsToMembers({ state: 'DRAFT', joining: [], leaving: [{ slug: 'a', candidacyCount: 0 }], memberCount: 0 }),
    ).toEqual([]);
  });

  test('takes only complete schools once open, keeps those that hold candidacies and never ends empty; all told at once', () => {
    expect(objectionsToMembers({ state: 'OPEN', joining: [albi], leaving: [], memberCount: 1 })).toEqual([]);
    const leaving = [{ slug: 'ales', candidacyCount: 1 }];
    expect(objectionsToMembers({ state: 'OPEN', joining: [bare], leaving, memberCount: 1 })).toEqual([
      { reason: 'MISSING_SPECIALISMS', school: 'nantes' },
      { reason: 'MISSING_SEATS', school: 'nantes' },
      { reason: 'MISSING_CONTACT', school: 'nantes' },
      { reason: 'MISSING_ADMIN', school: 'nantes' },
      { reason: 'HOLDS_CANDIDACIES', school: 'ales' },
    ]);
    expect(
      objectionsToMembers({ state: 'OPEN', joining: [], leaving: [{ slug: 'a', candidacyCount: 0 }], memberCount: 0 }),
    ).toEqual([{ reason: 'NO_MEMBER' }]);
  });

  test('is settled once the campaign is closed', () => {
    for (const state of ['CLOSED', 'ARCHIVED'] as const)
      expect(objectionsToMembers({ state, joining: [albi], leaving: [], memberCount: 2 })).toEqual([
        { reason: 'NOT_IN_THIS_STATE', state },
      ]);
  });
});
