import { expect, test } from '@jest/globals';
import { masked, messagesIn, showsInnards } from './told-messages.ts';

const names = new Set(['dossier_head', 'candidacy_pkey']);

test('A-22 words of the database, of files and of the language are told as innards; our own sentences are not', () => {
  for (const message of [
    'duplicate key value violates unique constraint',
    'A row of dossier_head is locked.',
    'invalid input syntax for type uuid',
    "Cannot read properties of undefined (reading 'id')",
    'Error at run (/srv/app/executor.ts:12)',
    'permission denied for table note',
  ]) {
    expect([message, showsInnards(message, names)]).toEqual([message, true]);
  }
  for (const message of ['A value is missing or malformed.', 'Too many requests; wait a little.', 'This label is in use.']) {
    expect([message, showsInnards(message, names)]).toEqual([message, false]);
  }
});

test('messages that differ in a quoted word, a number, a path or a name count once', () => {
  const told = ['The note «Kny» of 12 lines at input.text is new.', 'The note «Abc» of 7 lines at section.name is new.'];
  expect(new Set(told.map(masked)).size).toBe(1);
  expect(masked('The school, Mines Albi, is closed.')).toBe(masked('The school, Mines Nantes, is closed.'));
});

test('messages of refusals and those an act answers with are both found', () => {
  const body = JSON.stringify({
    data: { addNote: { note: null, userErrors: [{ message: 'Too long.' }] } },
    errors: [{ message: 'Sign in first.' }],
  });
  expect(messagesIn(body)).toEqual({ refusals: ['Sign in first.'], objections: ['Too long.'] });
});
