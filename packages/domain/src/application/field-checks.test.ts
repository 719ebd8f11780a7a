import { describe, expect, test } from '@jest/globals';
import type { StudyYear, Unfinished } from './application.ts';
import { completeDraft } from './complete-draft.fixture.ts';
import * as faults from './draft-faults.ts';
import type { Fault } from './field-checks.ts';

const lines = (found: readonly Fault[]) => found.map(({ reason, path }) => `${path.join('/')} ${reason}`);
const m1: Unfinished<StudyYear> = { ...completeDraft.studies[0] } as Unfinished<StudyYear>;
const year = (changed: Partial<Unfinished<StudyYear>>) => lines(faults.faultsOfStudies([{ ...m1, ...changed }], 2027));

describe('studies', () => {
  test.each([
    ['15.5', []],
    ['0', []],
    ['20', []],
    ['19.995', []],
    ['15,5', ['studies/0/results DECIMAL_COMMA']],
    ['20.0001', ['studies/0/results MARK_NOT_VALID']],
    ['20.001', ['studies/0/results MARK_NOT_VALID']],
    ['-0', ['studies/0/results MARK_NOT_VALID']],
    ['1e400', ['studies/0/results MARK_NOT_VALID']],
    ['NaN', ['studies/0/results MARK_NOT_VALID']],
    [null, []],
  ])('E-08 an average of %s gives %j', (results, found) => {
    expect(year({ results })).toEqual(found);
  });

  test('credits are whole and at most 600, a year ends by the year of entry, words are known', () => {
    expect(year({ ects: 600, year: 1967 })).toEqual([]);
    expect(year({ ects: 601, year: 2028 })).toEqual(['studies/0/ects NUMBER_OUT_OF_RANGE', 'studies/0/year NUMBER_OUT_OF_RANGE']);
    expect(year({ ects: 0.5, year: 1966 })).toEqual(['studies/0/ects NUMBER_OUT_OF_RANGE', 'studies/0/year NUMBER_OUT_OF_RANGE']);
    expect(year({ institutionUai: '0062205A', level: 'PHD' as 'M1', mentionCode: 'M 18' })).toEqual([
      'studies/0/institutionUai UAI_NOT_VALID',
      'studies/0/level UNKNOWN_VALUE',
      'studies/0/mentionCode UNKNOWN_VALUE',
    ]);
  });

  test('twenty years are listed, no more, and what lies beyond is not read', () => {
    const wrong = { ...m1, ects: -1 };
    const found = faults.faultsOfStudies(
      Array.from({ length: 1000 }, () => wrong),
      2027,
    );
    expect(found[0]).toEqual({ reason: 'TOO_MANY_ENTRIES', path: ['studies'], max: 20 });
    expect(found).toHaveLength(21);
  });
});

describe('texts', () => {
  test('E-11 a motivation holds 3,000 code points and paragraphs', () => {
    expect(faults.faultsOfMotivation({ motivation: `${'😀'.repeat(2998)}\n.` })).toEqual([]);
    expect(faults.faultsOfMotivation({ motivation: 'x'.repeat(10_000) })).toEqual([
      { reason: 'TEXT_TOO_LONG', path: ['answers', 'motivation'], max: 3000 },
    ]);
  });

  test('a need is known and named once', () => {
    expect(faults.faultsOfArrangements({ needs: ['EXTRA_TIME', 'OTHER'], text: 'Un tiers temps' })).toEqual([]);
    expect(lines(faults.faultsOfArrangements({ needs: ['OTHER', 'OTHER'], text: 'a\u0000' }))).toEqual([
      'arrangements/needs UNKNOWN_VALUE',
      'arrangements/text CONTROL_CHARACTER',
    ]);
  });
});
