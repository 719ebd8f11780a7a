import { describe, expect, test } from '@jest/globals';
import type { NoticeRules } from '../notice/notice.ts';
import { type DossierFacts, isFirstYearOfMaster, objectionsTo, outcomeOf, type StudyFacts } from './admissibility.ts';

const closesAt = Temporal.Instant.from('2027-04-06T21:59:00Z');
const asOf = Temporal.Instant.from('2027-03-01T00:00:00Z');
const notice: NoticeRules = {
  number: 3,
  requiredEcts: 240,
  specialismsPerChoice: 2,
  specialisms: [
    { id: 'materials', code: 'materials', admittedMentions: ['M015', 'M018'] },
    { id: 'chemistry', code: 'chemistry', admittedMentions: ['M018'] },
  ],
  intake: [],
  articles: [],
};
const year = (told: string, ects: number | null = 60): StudyFacts => {
  const [level = '', status = '', ending] = told.split(' ');
  return { level, status, year: Number(ending), ects };
};
const m1 = year('M1 VALIDATED 2026');
const dossier: DossierFacts = {
  submittedAt: asOf,
  closesAt,
  entryYear: 2027,
  mention: 'M015',
  specialisms: ['materials'],
  studies: [m1],
};
const judged = (changed: Partial<DossierFacts>) => objectionsTo({ ...dossier, ...changed }, notice, asOf);
const low = (ects: number) => [{ reason: 'LEVEL_TOO_LOW', ects, required: 240 }];
const refused = (specialism: string) => ({ reason: 'SPECIALISM_NOT_ADMITTED', specialism, notice: 3 });

describe('the deadline', () => {
  test('a dossier received at the deadline is in time, one received later is not', () => {
    expect(judged({ submittedAt: closesAt })).toEqual([]);
    expect(judged({ submittedAt: closesAt.add({ nanoseconds: 1 }) })).toEqual([
      { reason: 'DEADLINE_PASSED', closedAt: closesAt },
    ]);
  });

  test('a draft is judged as if it were submitted now', () => {
    const draft = { ...dossier, submittedAt: null };
    expect(objectionsTo(draft, notice, asOf)).toEqual([]);
    expect(objectionsTo(draft, notice, closesAt.add({ seconds: 1 }))).toEqual([
      { reason: 'DEADLINE_PASSED', closedAt: closesAt },
    ]);
  });

  test('what was received in time stays so, however late it is judged', () => {
    expect(objectionsTo(dossier, notice, closesAt.add({ hours: 24 }))).toEqual([]);
  });
});

describe('the level', () => {
  const four = (ects: number | null) => [1, 2, 3, 4].map((n) => year(`BAC${n} VALIDATED ${2022 + n}`, ects));
  test.each([
    ['an M1 validated', [m1], []],
    ['an M1 validated, without credits', [year('M1 VALIDATED 2020', null)], []],
    ['an M1 under way in the year of application', [year('M1 UNDER_WAY 2027')], []],
    ['an M1 under way in another year', [year('M1 UNDER_WAY 2026')], low(60)],
    ['an M1 only expected', [year('M1 EXPECTED 2027')], low(60)],
    ['four years of 60 credits', four(60), []],
    ['four years of 59 credits', four(59), low(236)],
    ['three years of 80 credits', four(80).slice(1), []],
    ['four years without credits', four(null), [{ reason: 'LEVEL_TO_JUDGE' }]],
    [
      'four years, one without credits',
      [...four(60).slice(1), year('OTHER VALIDATED 2021', null)],
      [{ reason: 'LEVEL_TO_JUDGE' }],
    ],
    ['three years without credits', four(null).slice(1), low(0)],
    ['nothing', [], low(0)],
  ])('%s is judged as the table says', (_name, studies, objections) => {
    expect(judged({ studies })).toEqual(objections);
  });

  test('a year not yet told counts as no first year of a master', () => {
    expect(isFirstYearOfMaster({ level: 'M1', status: null, year: null, ects: null }, 2027)).toBe(false);
  });
});

describe('the specialism', () => {
  test.each([
    ['a mention it admits', 'M015', ['materials'], []],
    ['another national mention', 'M004', ['materials'], [refused('materials')]],
    ['a mention one of two specialisms admits', 'M015', ['chemistry', 'materials'], [refused('chemistry')]],
    ['a mention both admit', 'M018', ['chemistry', 'materials'], []],
    ['a specialism the notice does not know', 'M015', ['astrology'], [refused('astrology')]],
    ['a foreign or free title', null, ['chemistry', 'materials'], [{ reason: 'SPECIALISM_TO_JUDGE' }]],
  ])('%s is judged as the table says', (...[_name, mention, specialisms, objections]) => {
    expect(judged({ mention, specialisms })).toEqual(objections);
  });
});

test('every objection is told at once, in reading order', () => {
  const late = { submittedAt: closesAt.add({ seconds: 1 }), studies: [], mention: 'M004' };
  expect(judged(late).map(({ reason }) => reason)).toEqual(['DEADLINE_PASSED', 'LEVEL_TOO_LOW', 'SPECIALISM_NOT_ADMITTED']);
});

test.each([
  [[], 'ADMISSIBLE'],
  [['LEVEL_TO_JUDGE'], 'NEEDS_A_HUMAN'],
  [['LEVEL_TO_JUDGE', 'SPECIALISM_TO_JUDGE'], 'NEEDS_A_HUMAN'],
  [['SPECIALISM_TO_JUDGE', 'LEVEL_TOO_LOW'], 'INADMISSIBLE'],
  [['DEADLINE_PASSED'], 'INADMISSIBLE'],
] as const)('objections %j make it %s', (reasons, outcome) => {
  expect(outcomeOf(reasons.map((reason) => ({ reason })))).toBe(outcome);
});
