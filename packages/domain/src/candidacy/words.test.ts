import { expect, test } from '@jest/globals';
import { shownStates, wordsOf } from './words.ts';

const date = '6 avril 2027';

test.each([
  [null, {}, 'Brouillon, non déposé', 'Draft, not submitted'],
  ['UNDER_CONSIDERATION', { date }, 'En cours d’étude (reçu le 6 avril 2027)', 'Under consideration (received on 6 avril 2027)'],
  ['UNDER_CONSIDERATION', {}, 'En cours d’étude', 'Under consideration'],
  ['TO_COMPLETE', { date }, 'À compléter avant le 6 avril 2027', 'To complete by 6 avril 2027'],
  ['WAITING_LIST', { rank: '7' }, 'Liste complémentaire, rang 7', 'Waiting list, rank 7'],
  ['WAITING_LIST', {}, 'Liste complémentaire', 'Waiting list'],
  ['OFFERED', { date: '$&' }, 'Proposition\u00a0: répondez avant le $&', 'Offer: reply by $&'],
  ['INADMISSIBLE', { date }, 'Non recevable', 'Not admissible'],
  ['WITHDRAWN', { date }, 'Retirée par vous', 'Withdrawn'],
] as const)('%s with %j reads %s', (...[state, facts, fr, en]) => {
  expect(wordsOf(state, facts)).toEqual({ fr, en });
});

test('every shown state has words, each its own, none with a place left open', () => {
  for (const language of ['fr', 'en'] as const) {
    const words = shownStates.map((state) => wordsOf(state)[language]);
    expect(new Set(words).size).toBe(shownStates.length);
    expect(words.join(' ')).not.toMatch(/[{}]/);
  }
});
