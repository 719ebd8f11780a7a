import { expect, test } from '@jest/globals';
import { dateInFull } from './date-in-full.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('a deadline is written in full with its zone', () => {
  expect(dateInFull(at('2027-04-06T21:59:00Z'), 'fr', 'Europe/Paris')).toBe(
    'mardi 6 avril 2027 à 23\u00a0h\u00a059 (heure de Paris)',
  );
  expect(dateInFull(at('2027-04-06T21:59:00Z'), 'en', 'Europe/Paris')).toMatch(
    /^Tuesday,? 6 April 2027 at 23:59 \(Paris time\)$/,
  );
  expect(dateInFull(at('2027-04-06T21:59:00Z'), 'fr', 'Indian/Reunion')).toBe(
    'mercredi 7 avril 2027 à 1\u00a0h\u00a059 (Indian/Reunion)',
  );
});

test('E-07 in the hour that clocks show twice, the offset tells which one is meant', () => {
  const words = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((text) => dateInFull(at(text), 'fr', 'Europe/Paris'));
  expect(words).toEqual([
    'dimanche 25 octobre 2026 à 2\u00a0h\u00a030 (heure de Paris, UTC+02:00)',
    'dimanche 25 octobre 2026 à 2\u00a0h\u00a030 (heure de Paris, UTC+01:00)',
  ]);
});
