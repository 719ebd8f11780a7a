import { expect, test } from '@jest/globals';
import { messageOf } from './worded.ts';

const french = (objection: Parameters<typeof messageOf>[0]) => messageOf(objection, 'fr', 'Europe/Paris');

test('numbers are told by the language, and signs keep to their word', () => {
  const low = { reason: 'CONTRAST_TOO_LOW', contrast: 1.65, nearest: '#767676' } as const;
  expect(french(low)).toBe('Contraste de 1,65 pour 4,5 requis\u00a0: la couleur lisible la plus proche est #767676.');
  expect(messageOf(low, 'en', 'Europe/Paris')).toContain('Contrast of 1.65 where 4.5 is required: ');
  const short = { reason: 'LEVEL_TOO_LOW', ects: 52.5, required: 240 } as const;
  expect(french(short)).toContain('240 crédits ECTS requis, ou une première année de master, pour un total déclaré de 52,5.');
});

test('what is missing says how to mend it in one sentence with one colon', () => {
  const item = { section: 'CHOICES', reason: 'SCHOOL_NOT_OPEN', path: [] } as const;
  const said = french({ reason: 'MISSING_ITEM', item });
  expect(said).toBe(
    'À compléter ou à corriger dans «\u00a0Vœux\u00a0» – cette école ne reçoit pas de dossier dans cette campagne\u00a0: choisissez-en une autre.',
  );
});
