import { expect, test } from '@jest/globals';
import { type Foreseeable, foreseen } from './foresee.ts';

const plain: Foreseeable = { isKnown: true, isRepeated: false, isWithdrawn: false, isHeld: false, isReader: true };

test('whatever is given to somebody who does not read is refused before the candidacy is looked at; taking back asks nothing of them', () => {
  const gone = { ...plain, isReader: false };
  for (const more of [{}, { isKnown: false }, { isWithdrawn: true }, { isHeld: true }])
    expect(foreseen({ ...gone, ...more }, 'ASSIGN')).toBe('NOT_A_READER');
  expect([foreseen({ ...gone, isHeld: true }, 'UNASSIGN'), foreseen(gone, 'UNASSIGN')]).toEqual(['DONE', 'ALREADY']);
});

test('what is none of the school’s, withdrawn, held already or named twice is told as such', () => {
  expect(foreseen({ ...plain, isKnown: false, isWithdrawn: true }, 'ASSIGN')).toBe('NOT_FOUND');
  expect([foreseen({ ...plain, isWithdrawn: true }, 'ASSIGN'), foreseen({ ...plain, isWithdrawn: true }, 'LABEL')]).toEqual([
    'WITHDRAWN',
    'DONE',
  ]);
  expect([foreseen({ ...plain, isHeld: true }, 'ASSIGN'), foreseen({ ...plain, isRepeated: true }, 'LABEL')]).toEqual([
    'ALREADY',
    'ALREADY',
  ]);
});
