import { describe, expect, test } from '@jest/globals';
import { articleOf, faultsOfNotice, type NoticeRules } from './notice.ts';

const rules: NoticeRules = {
  number: 1,
  requiredEcts: 240,
  specialismsPerChoice: 1,
  specialisms: [
    { id: 's1', code: 'materials', admittedMentions: ['M015', 'M018'] },
    { id: 's2', code: 'chemistry', admittedMentions: ['M017'] },
  ],
  intake: [
    {
      route: 'ASTG3',
      seats: 5,
      bySpecialism: [
        { code: 'materials', seats: 3 },
        { code: 'chemistry', seats: 2 },
      ],
    },
    { route: 'ENTRANCE_EXAM', seats: null, bySpecialism: null },
  ],
  articles: [
    { article: 1, rule: 'level' },
    { article: 2, rule: 'specialism' },
    { article: 7, rule: 'deadline' },
  ],
};
const lines = (changed: Partial<NoticeRules>) =>
  faultsOfNotice({ ...rules, ...changed }).map(({ reason, path }) => `${path.join('/')} ${reason}`);

const entry = (seats: number | null, ...parts: [string, number][]) =>
  ({ intake: [{ route: 'ASTG3', seats, bySpecialism: parts.map(([code, count]) => ({ code, seats: count })) }] }) as const;

describe('a notice', () => {
  test('one that agrees with itself is sound, seats published or not', () => {
    expect(lines({})).toEqual([]);
    expect(lines({ intake: [{ route: 'ASTG3', seats: null, bySpecialism: null }] })).toEqual([]);
    expect(lines({ intake: [{ route: 'ASTG3', seats: 0, bySpecialism: null }] })).toEqual([]);
  });

  test('one not yet filled in has no fault', () => {
    expect(lines({ specialisms: [], intake: [], articles: [] })).toEqual([]);
  });

  test.each([
    ['no version', { number: 0 }, ['number NUMBER_OUT_OF_RANGE']],
    ['too many credits', { requiredEcts: 601 }, ['requiredEcts NUMBER_OUT_OF_RANGE']],
    ['half a specialism', { specialismsPerChoice: 0.5 }, ['specialismsPerChoice NUMBER_OUT_OF_RANGE']],
    ['more specialisms a choice than there are', { specialismsPerChoice: 3 }, ['specialismsPerChoice NUMBER_OUT_OF_RANGE']],
    [
      'seats below nothing',
      { intake: [{ route: 'ASTG3', seats: -1, bySpecialism: null }] },
      ['intake/0/seats NUMBER_OUT_OF_RANGE'],
    ],
    ['half a seat', { intake: [{ route: 'ASTG3', seats: 1.5, bySpecialism: null }] }, ['intake/0/seats NUMBER_OUT_OF_RANGE']],
    ['seats that do not add up', entry(5, ['materials', 4]), ['intake/0/bySpecialism SEATS_DO_NOT_ADD_UP']],
    [
      'seats divided before they are published',
      entry(null, ['materials', 4]),
      ['intake/0/bySpecialism SEATS_NOT_PUBLISHED_YET_DIVIDED'],
    ],
    ['a specialism of another school', entry(2, ['logistics', 2]), ['intake/0/bySpecialism/0/code SPECIALISM_NOT_OFFERED']],
    ['a part named twice', entry(2, ['materials', 1], ['materials', 1]), ['intake/0/bySpecialism/1/code NAMED_TWICE']],
    [
      'a route twice',
      { intake: [...rules.intake, { route: 'ASTG3', seats: 1, bySpecialism: null }] },
      ['intake/2/route NAMED_TWICE'],
    ],
    ['a rule in two articles', { articles: [...rules.articles, { article: 9, rule: 'level' }] }, ['articles/3/rule NAMED_TWICE']],
    ['article nought', { articles: [{ article: 0, rule: 'level' }] }, ['articles/0/article NUMBER_OUT_OF_RANGE']],
  ] as [string, Partial<NoticeRules>, string[]][])('%s is a fault', (_name, changed, faults) => {
    expect(lines(changed)).toEqual(faults);
  });

  test('every fault is told at once', () => {
    const [first] = rules.specialisms;
    const specialisms = [{ id: 's1', code: 'materials', admittedMentions: ['M015', 'M015'] }, ...(first ? [first] : [])];
    expect(lines({ number: -1, specialisms, intake: [] })).toEqual([
      'number NUMBER_OUT_OF_RANGE',
      'specialisms/1/id NAMED_TWICE',
      'specialisms/1/code NAMED_TWICE',
      'specialisms/0/admittedMentions/1 NAMED_TWICE',
    ]);
  });
});

test('an objection names the article it comes from, or none', () => {
  expect(articleOf(rules, 'LEVEL_TO_JUDGE')).toBe(1);
  expect(articleOf(rules, 'SPECIALISM_NOT_ADMITTED')).toBe(2);
  expect(articleOf(rules, 'DEADLINE_PASSED')).toBe(7);
  expect(articleOf({ articles: [] }, 'LEVEL_TOO_LOW')).toBeNull();
});
