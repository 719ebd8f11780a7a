import { expect, test } from '@jest/globals';
import { objectionsToBreakGlass } from './break-glass.ts';

const nothing = { standing: 0, tried: 0 };
const told = (reason: string, soFar = nothing) => objectionsToBreakGlass(reason, soFar).map((each) => each.reason);

test('a reason of twenty to five hundred code points stands, and one more or fewer does not', () => {
  expect(told('é'.repeat(20))).toEqual([]);
  expect(told('𝒳'.repeat(500))).toEqual([]);
  expect(told('é'.repeat(19))).toEqual(['REASON_TOO_SHORT']);
  expect(told('𝒳'.repeat(501))).toEqual(['TEXT_TOO_LONG']);
});

test('a reason that hides characters is refused, over several lines it is not', () => {
  expect(told('Signalement du candidat :\nle dossier a été reçu deux fois.')).toEqual([]);
  expect(told('Signalement \u202edu candidat, reçu ce matin')).toEqual(['BIDI_CONTROL']);
});

test('five stand at once and twenty are tried a day; every objection is told at once', () => {
  expect(told('x'.repeat(30), { standing: 4, tried: 19 })).toEqual([]);
  expect(told('court', { standing: 5, tried: 20 })).toEqual(['REASON_TOO_SHORT', 'TOO_MANY_STANDING', 'TOO_MANY_TRIED']);
});
