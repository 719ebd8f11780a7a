import { expect, test } from '@jest/globals';
import { functionsInWords, rightsInWords, yourRightsInWords } from './rights-in-words.ts';

test('an observer may read the list and nothing beyond it', () => {
  expect(rightsInWords(['OBSERVER'], 'fr')).toEqual([
    'Peut lire la liste des candidatures.',
    'Ne peut pas inviter ni retirer de membre.',
    'Ne peut pas modifier la notice.',
    'Ne peut pas ouvrir de dossier.',
    'Ne peut pas affecter de dossier.',
  ]);
});

test('a reviewer may open what is assigned; it is not said that they open none', () => {
  expect(rightsInWords(['REVIEWER'], 'en')).toEqual([
    'May open the dossiers assigned to them.',
    'May not invite or remove anybody.',
    'May not change the notice.',
    'May not see the list of candidacies.',
    'May not assign dossiers.',
  ]);
});

test('an administrator may do all of an officer’s, and nothing is denied', () => {
  expect(rightsInWords(['ADMIN'], 'fr').every((sentence) => sentence.startsWith('Peut '))).toBe(true);
  expect(rightsInWords(['ADMIN', 'OFFICER'], 'fr')).toEqual(rightsInWords(['ADMIN'], 'fr'));
});

test('who watches the list and reads too is told both, and is not said to open none', () => {
  expect(rightsInWords(['OBSERVER', 'REVIEWER'], 'fr').slice(0, 2)).toEqual([
    'Peut lire la liste des candidatures.',
    'Peut ouvrir les dossiers qui lui sont affectés.',
  ]);
  expect(rightsInWords(['OBSERVER', 'REVIEWER'], 'fr')).not.toContain('Ne peut pas ouvrir de dossier.');
});

test('whoever holds them is told in person, and what is denied stands apart', () => {
  expect(yourRightsInWords(['REVIEWER'], 'fr')).toEqual({
    can: ['ouvrir les dossiers qui vous sont affectés'],
    cannot: ['inviter ni retirer de membre', 'modifier la notice', 'voir la liste des candidatures', 'affecter de dossier'],
  });
  expect(yourRightsInWords(['REVIEWER'], 'en').can).toEqual(['open the dossiers assigned to you']);
  expect(yourRightsInWords(['ADMIN'], 'en').cannot).toEqual([]);
});

test('functions are named in one order, whichever they were given in', () => {
  expect(functionsInWords(['OBSERVER', 'ADMIN'], 'fr')).toBe('administration, observation');
});
