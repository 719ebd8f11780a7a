import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { comparedName, indexOfInstitutions, type KnownInstitution, likeness, resembling } from './likeness.ts';

const known: readonly KnownInstitution[] = [
  { id: 'lille', names: ['Université de Lille', 'University of Lille'], country: 'FR' },
  { id: 'utc', names: ['Université de technologie de Compiègne', 'UTC'], country: 'FR' },
  { id: 'insa', names: ['Institut national des sciences appliquées de Lyon', 'INSA Lyon'], country: 'FR' },
  { id: 'paris', names: ['Sorbonne Université', 'Sorbonne University'], country: 'FR' },
  { id: 'mons', names: ['Université de Mons', 'UMONS'], country: 'BE' },
];
const index = indexOfInstitutions(known);
const first = (name: string, country = 'FR') => resembling({ name, country }, index)[0];
const name = string({ unit: constantFrom(...'abcdeéèà ’-ÀÉ'), minLength: 1, maxLength: 30 });

describe('what a spelling resembles', () => {
  test.each([
    ['universite de lille', 'lille'],
    ['Univ. Lille', 'lille'],
    ['LILLE, Université', 'lille'],
    ['U.T.C.', 'utc'],
    ['utc', 'utc'],
    ['Universite technologique de compiegne', 'utc'],
    ['INSA de Lyon', 'insa'],
    ['Sorbone université', 'paris'],
    ['بيروت', undefined],
    ['', undefined],
  ])('“%s” is first suggested as %s', (spelling, id) => {
    expect(first(spelling)?.id).toBe(id);
  });

  test('the same letters are wholly alike, whatever the accents, capitals, apostrophes and order of words', () => {
    expect(first('DE LILLE — université')).toEqual({ id: 'lille', likeness: 1 });
    expect(comparedName('L’École de l’Air')).toBe('ecole air');
  });

  test('an institution of another country counts less, and is suggested all the same', () => {
    expect(first('Université de Mons', 'BE')).toEqual({ id: 'mons', likeness: 1 });
    expect(first('Université de Mons', 'FR')).toEqual({ id: 'mons', likeness: 0.8 });
  });

  test('likeness lies between 0 and 1, is the same both ways, and is 1 for a name and itself', () => {
    assert(
      property(name, name, (one, other) => {
        const found = likeness(one, other);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(likeness(other, one)).toBe(found);
        if (comparedName(one) !== '') expect(likeness(one, one.toUpperCase())).toBe(1);
      }),
    );
  });

  test('at most five are suggested, the likest first, and the order of the list says nothing', () => {
    const lists = array(name, { maxLength: 20 }).map((names) =>
      names.map((each, at) => ({ id: `i${at}`, names: [each], country: 'FR' })),
    );
    assert(
      property(lists, name, (list, spelling) => {
        const found = resembling({ name: spelling, country: 'FR' }, indexOfInstitutions(list));
        expect(found.length).toBeLessThanOrEqual(5);
        expect(found.map((each) => each.likeness)).toEqual(found.map((each) => each.likeness).toSorted((a, b) => b - a));
        expect(resembling({ name: spelling, country: 'FR' }, indexOfInstitutions(list.toReversed()))).toEqual(found);
        for (const each of found)
          expect(each.likeness).toBeCloseTo(likeness(spelling, list.find(({ id }) => id === each.id)?.names[0] ?? ''), 10);
      }),
    );
  });
});
