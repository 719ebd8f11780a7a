import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { proposeAssignments, type UnreadCandidacy, type WeighedReader } from './propose-assignments.ts';

const specialisms = ['chemistry', 'mechanics', 'informatics'] as const;
const aReader = fc.record({
  name: fc.constantFrom('Agnès', 'Bruno', 'Chloé'),
  specialismIds: fc.uniqueArray(fc.constantFrom(...specialisms)),
  largestLoad: fc.option(fc.integer({ min: 1, max: 12 })),
  load: fc.integer({ min: 0, max: 12 }),
});
const readers = fc
  .array(aReader, { maxLength: 8 })
  .map((all) => all.map((each, place): WeighedReader => ({ ...each, id: `r${place}` })));
const candidacies = fc
  .array(fc.option(fc.constantFrom(...specialisms)), { maxLength: 40 })
  .map((all) => all.map((firstSpecialismId, place): UnreadCandidacy => ({ id: `c${place}`, firstSpecialismId, readerIds: [] })));
const rule = fc.record({
  manner: fc.constantFrom('BY_SPECIALISM' as const, 'BY_LOAD' as const),
  readersEach: fc.integer({ min: 1, max: 3 }),
});

const reader = (id: string, given: Partial<WeighedReader> = {}): WeighedReader => ({
  id,
  name: id,
  specialismIds: [],
  largestLoad: null,
  load: 0,
  ...given,
});
const candidacy = (id: string, firstSpecialismId: string | null = null, readerIds: readonly string[] = []) => ({
  id,
  firstSpecialismId,
  readerIds,
});
const told = (found: ReturnType<typeof proposeAssignments>) =>
  found.map((each) => `${each.candidacyId} ${each.readerId ?? each.because}`);

describe('a proposal', () => {
  test('never passes a largest load, whatever the readers, the candidacies and the manner', () => {
    fc.assert(
      fc.property(candidacies, readers, rule, (files, people, given) => {
        const found = proposeAssignments(files, people, given);
        for (const { id, largestLoad, load } of people) {
          const taken = found.filter(({ readerId }) => readerId === id).length;
          expect(taken).toBeLessThanOrEqual(largestLoad === null ? Number.POSITIVE_INFINITY : Math.max(0, largestLoad - load));
        }
      }),
    );
  });

  test('gives no candidacy twice to one reader nor more readers than asked for', () => {
    fc.assert(
      fc.property(candidacies, readers, rule, (files, people, given) => {
        const found = proposeAssignments(files, people, given).flatMap(({ candidacyId, readerId }) =>
          readerId === null ? [] : [`${candidacyId} ${readerId}`],
        );
        expect(new Set(found).size).toBe(found.length);
        for (const { id } of files)
          expect(found.filter((each) => each.startsWith(`${id} `)).length).toBeLessThanOrEqual(given.readersEach);
      }),
    );
  });

  test('by specialism, names only who reads the first one asked for', () => {
    fc.assert(
      fc.property(candidacies, readers, (files, people) => {
        for (const each of proposeAssignments(files, people, { manner: 'BY_SPECIALISM', readersEach: 1 })) {
          const first = files.find(({ id }) => id === each.candidacyId)?.firstSpecialismId ?? '';
          if (each.readerId !== null) expect(people.find(({ id }) => id === each.readerId)?.specialismIds).toContain(first);
        }
      }),
    );
  });

  test('leaves nobody out while somebody suited has room', () => {
    fc.assert(
      fc.property(candidacies, readers, (files, people) => {
        const found = proposeAssignments(files, people, { manner: 'BY_LOAD', readersEach: 1 });
        const room = people.reduce((sum, each) => sum + Math.max(0, (each.largestLoad ?? 100) - each.load), 0);
        expect(found.filter(({ readerId }) => readerId !== null).length).toBe(Math.min(files.length, room));
      }),
    );
  });

  test('is the same whatever the order the readers are listed in', () => {
    fc.assert(
      fc.property(candidacies, readers, rule, (files, people, given) => {
        expect(proposeAssignments(files, people.toReversed(), given)).toEqual(proposeAssignments(files, people, given));
      }),
    );
  });

  test('leaves equal readers within one dossier of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 8 }), (n, many) => {
        const people = Array.from({ length: many }, (_, place) => reader(`r${place}`));
        const files = Array.from({ length: n }, (_, place) => candidacy(`c${place}`));
        const found = proposeAssignments(files, people, { manner: 'BY_LOAD', readersEach: 1 });
        const loads = people.map(({ id }) => found.filter(({ readerId }) => readerId === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('fills readers in proportion to what they take', () => {
    const people = [reader('half', { largestLoad: 2 }), reader('whole', { largestLoad: 4 })];
    const files = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'].map((id) => candidacy(id));
    const found = told(proposeAssignments(files, people, { manner: 'BY_LOAD', readersEach: 1 }));
    expect(found).toEqual(['c1 half', 'c2 whole', 'c3 whole', 'c4 half', 'c5 whole', 'c6 whole', 'c7 EVERYBODY_IS_FULL']);
  });

  test('counts who reads it already, and says why nobody is found', () => {
    const people = [reader('r1', { specialismIds: ['chemistry'] }), reader('r2', { specialismIds: ['mechanics'] })];
    const files = [
      candidacy('read', 'chemistry', ['r1']),
      candidacy('new', 'chemistry'),
      candidacy('other', 'informatics'),
      candidacy('none'),
    ];
    const once = proposeAssignments(files, people, { manner: 'BY_SPECIALISM', readersEach: 1 });
    expect(told(once)).toEqual(['new r1', 'other NOBODY_READS_IT', 'none NOBODY_READS_IT']);
    const twice = proposeAssignments(files.slice(0, 1), people, { manner: 'BY_SPECIALISM', readersEach: 2 });
    expect(told(twice)).toEqual(['read EVERYBODY_IS_FULL']);
  });
});
