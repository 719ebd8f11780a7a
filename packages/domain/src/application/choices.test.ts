import { describe, expect, test } from '@jest/globals';
import type { DraftChoice } from './application.ts';
import { type ChoosingRules, objectionsToChoices, objectionsToExamCentre } from './choices.ts';
import { campaign } from './complete-draft.fixture.ts';

/** `ales materials+chemistry 2` is Alès for two specialisms at rank 2. */
const choice = (told: string): DraftChoice => {
  const [schoolId = '', names = '', rank] = told.split(' ');
  const specialismIds = names === '-' ? [] : names.split('+').map((name) => `${schoolId}-${name}`);
  return { schoolId, specialismIds, preferenceRank: rank === undefined ? null : Number(rank) };
};
const answers = (told: readonly string[], rules: Partial<ChoosingRules> = {}) =>
  objectionsToChoices(told.map(choice), { ...campaign, ...rules }).map(({ reason, path }) => `${path.join('/')} ${reason}`);
const ranked = (...ranks: string[]) =>
  ['albi', 'ales', 'douai'].map((school, index) => `${school} materials ${ranks[index] ?? ''}`.trim());
const answer = (schoolId: string, oralsMode: 'COMMON' | 'PER_SCHOOL' = 'COMMON') =>
  objectionsToExamCentre(schoolId, { ...campaign, oralsMode }).map(({ reason }) => reason);

describe('choosing schools', () => {
  test('different open schools with their specialisms and ranks 1 to n are chosen, in any order of the list', () => {
    expect(answers(['ales materials+chemistry 3', 'douai materials 1', 'albi chemistry 2'])).toEqual([]);
  });

  test.each([
    ['an empty list', [], ['choices NO_CHOICE']],
    ['a school twice', ['albi materials 1', 'albi chemistry 2'], ['choices/1/schoolId CHOSEN_TWICE']],
    ['a closed school', ['closed materials 1'], ['choices/0/schoolId SCHOOL_NOT_OPEN']],
    ['a school of no campaign', ['nancy materials 1'], ['choices/0/schoolId SCHOOL_NOT_OPEN']],
    ['no specialism', ['albi - 1'], ['choices/0/specialismIds NO_SPECIALISM']],
    ['too many specialisms', ['albi materials+chemistry 1'], ['choices/0/specialismIds TOO_MANY_SPECIALISMS']],
    ['a specialism it does not offer', ['ales materials+logistics 1'], ['choices/0/specialismIds/1 SPECIALISM_NOT_OFFERED']],
    ['a specialism twice', ['ales materials+materials 1'], ['choices/0/specialismIds/1 CHOSEN_TWICE']],
  ])('E-17 %s is refused', (_name, told, objections) => {
    expect(answers(told)).toEqual(objections);
  });

  test('E-17 one school too many is refused with the largest number', () => {
    const told = ['albi materials 1', 'ales materials 2', 'douai materials 3'].map(choice);
    expect(objectionsToChoices(told, { ...campaign, maxChoices: 2 })).toEqual([
      { reason: 'TOO_MANY_CHOICES', path: ['choices'], max: 2 },
    ]);
  });

  test('E-17 E-18 every objection is told at once', () => {
    expect(answers(['nancy materials 1', 'albi - 1', 'ales logistics 2', 'ales materials 4'])).toEqual([
      'choices TOO_MANY_CHOICES',
      'choices/0/schoolId SCHOOL_NOT_OPEN',
      'choices/1/specialismIds NO_SPECIALISM',
      'choices/2/specialismIds/0 SPECIALISM_NOT_OFFERED',
      'choices/3/schoolId CHOSEN_TWICE',
      'choices NOT_A_PERMUTATION',
    ]);
  });
});

describe('the order of preference', () => {
  test.each([
    ['a gap', ranked('1', '2', '4')],
    ['a tie', ranked('1', '2', '2')],
    ['a rank repeated', ranked('1', '1', '1')],
    ['a rank missing', ranked('1', '2')],
    ['a rank below one', ranked('0', '1', '2')],
    ['a rank and a half', ranked('1', '1.5', '2')],
    ['no rank at all', ranked()],
  ])('E-18 %s is no permutation', (_name, told) => {
    expect(answers(told)).toEqual(['choices NOT_A_PERMUTATION']);
  });

  test('E-18 a foreign school in the order is refused', () => {
    expect(answers(['albi materials 1', 'nancy materials 2'])).toEqual(['choices/1/schoolId SCHOOL_NOT_OPEN']);
  });

  test('E-18 ten thousand entries are refused for their number alone', () => {
    const told = Array.from({ length: 10_000 }, (_, index) => `school${index} materials ${index + 1}`);
    expect(answers(told)).toEqual(['choices TOO_MANY_CHOICES']);
    expect(answers([`ales ${Array.from({ length: 10_000 }, () => 'materials').join('+')} 1`])).toEqual([
      'choices/0/specialismIds TOO_MANY_SPECIALISMS',
    ]);
  });

  test('under free replies no rank is asked', () => {
    expect(answers(ranked(), { replyPolicy: 'FREE_REPLY' })).toEqual([]);
    expect(answers(ranked('1'), { replyPolicy: 'FREE_REPLY' })).toEqual(['choices/0/preferenceRank NOT_ASKED']);
  });
});

test('the exam centre is any open member school, and only asked where the orals are common', () => {
  expect(answer('albi')).toEqual([]);
  expect(answer('nancy')).toEqual(['SCHOOL_NOT_OPEN']);
  expect(answer('closed')).toEqual(['SCHOOL_NOT_OPEN']);
  expect(answer('albi', 'PER_SCHOOL')).toEqual(['NOT_ASKED']);
});
