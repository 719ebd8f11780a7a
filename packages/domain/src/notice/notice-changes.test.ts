import { describe, expect, test } from '@jest/globals';
import type { NoticeRules } from './notice.ts';
import { changesOfNotice } from './notice-changes.ts';
import { objectionsToFreezing } from './notice-freezing.ts';

const rules: NoticeRules = {
  number: 1,
  requiredEcts: 240,
  specialismsPerChoice: 1,
  specialisms: [
    { id: 'a', code: 'civil', admittedMentions: ['M008'] },
    { id: 'b', code: 'energy', admittedMentions: ['M012', 'M013'] },
  ],
  intake: [{ route: 'ASTG3', seats: 5, bySpecialism: null }],
  articles: [{ article: 4, rule: 'level' }],
};
const school = {
  slug: 'albi',
  specialismCount: 2,
  hasIntakeEntry: true,
  contact: { name: 'A', telephone: '1', email: null },
  adminCount: 1,
};

describe('what a notice changes of the version in force', () => {
  test('is nothing when only the number or an order differs', () => {
    const next = { ...rules, number: 2, specialisms: rules.specialisms.toReversed() };
    expect(changesOfNotice(rules, next)).toEqual([]);
  });

  test('is told line by line, with what stood there before', () => {
    const next: NoticeRules = {
      ...rules,
      specialisms: [{ id: 'b', code: 'energy', admittedMentions: ['M012'] }],
      intake: [{ route: 'ASTG3', seats: 6, bySpecialism: [{ code: 'energy', seats: 6 }] }],
      articles: [{ article: 5, rule: 'level' }],
    };
    expect(changesOfNotice(rules, next)).toEqual([
      { part: 'SPECIALISM', name: 'energy', before: 'M012 M013', after: 'M012' },
      { part: 'SPECIALISM', name: 'civil', before: 'M008', after: null },
      { part: 'SEATS', name: 'ASTG3', before: '5', after: '6' },
      { part: 'SEATS', name: 'ASTG3 energy', before: null, after: '6' },
      { part: 'ARTICLE', name: 'level', before: '4', after: '5' },
    ]);
  });

  test('is everything when no version is in force; seats not published are not zero seats', () => {
    const next = { ...rules, intake: [{ route: 'ASTG3', seats: null, bySpecialism: null }] } as const;
    expect(changesOfNotice(null, next)).toHaveLength(6);
    expect(changesOfNotice({ ...rules, intake: [{ route: 'ASTG3', seats: 0, bySpecialism: null }] }, next)).toEqual([
      { part: 'SEATS', name: 'ASTG3', before: '0', after: '-' },
    ]);
  });
});

describe('a further version', () => {
  const next = { ...rules, number: 2, specialismsPerChoice: 2 };

  test('is frozen in an open campaign when it differs and leaves the school complete', () => {
    expect(objectionsToFreezing({ state: 'OPEN', isMember: true, inForce: rules, next, school })).toEqual([]);
  });

  test('of a school that is no member yet is frozen when it joins, not before', () => {
    expect(objectionsToFreezing({ state: 'OPEN', isMember: false, inForce: null, next, school })).toEqual([
      { reason: 'NOT_IN_THIS_STATE' },
    ]);
  });

  test('meets every objection at once', () => {
    const empty = { ...rules, number: 2 };
    const facts = { state: 'CLOSED', isMember: true, inForce: rules, next: empty, school: { ...school, adminCount: 0 } } as const;
    expect(objectionsToFreezing(facts).map(({ reason }) => reason)).toEqual([
      'NOT_IN_THIS_STATE',
      'NOTHING_CHANGED',
      'MISSING_ADMIN',
    ]);
  });
});
