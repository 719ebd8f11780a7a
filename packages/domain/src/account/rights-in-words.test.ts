import { expect, test } from '@jest/globals';
import { functionsInWords, rightsInWords } from './rights-in-words.ts';

test('an observer may read the list and nothing beyond it', () => {
  expect(rightsInWords(['OBSERVER'], 'fr')).toEqual([
    'Peut lire la liste des candidatures.',
    'Ne peut inviter ni retirer personne.',
    'Ne peut pas modifier la notice.',
    'Ne peut ouvrir aucun dossier.',
    'Ne peut pas affecter de dossier.',
  ]);
});

test('a reviewer may open what is assigned; it is not said that they open none', () => {
  expect(rightsInWords(['REVIEWER'], 'en')).toEqual([
    'May open the dossiers assigned to them.',
    'May neither invite nor remove anybody.',
    'May not change the notice.',
    'Does not see the list of candidacies.',
    'May not assign a dossier.',
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
  expect(rightsInWords(['OBSERVER', 'REVIEWER'], 'fr')).not.toContain('Ne peut ouvrir aucun dossier.');
});

test('functions are named in one order, whichever they were given in', () => {
  expect(functionsInWords(['OBSERVER', 'ADMIN'], 'fr')).toBe('administration, observation');
});
