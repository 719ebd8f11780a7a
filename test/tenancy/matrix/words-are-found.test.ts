import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { Canaries } from '../canaries.ts';

const canaries = new Canaries();
const word = canaries.of('C1', 'identity.lastName');
const sentence = `une lettre de ${word}, reçue`;
const disguises: readonly (readonly [string, string])[] = [
  ['as it stands', sentence],
  ['in capitals', sentence.toUpperCase()],
  ['in base64', Buffer.from(sentence).toString('base64')],
  ['in base64 for addresses', Buffer.from(sentence).toString('base64url')],
  ['in hexadecimal', Buffer.from(sentence).toString('hex')],
  ['escaped for an address', [...sentence].map((letter) => encodeURIComponent(letter).replace(/^\w$/, hex)).join('')],
  ['compressed, in base64', gzipSync(sentence).toString('base64')],
  ['compressed, in hexadecimal', gzipSync(sentence).toString('hex')],
];

function hex(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}

test.each(disguises)('a planted word is found %s', (_, text) => {
  expect(canaries.in(`{"cursor":"${text}"}`).map(({ place }) => place)).toEqual(['identity.lastName']);
});

test('what holds no planted word holds none', () => {
  expect(canaries.in(JSON.stringify({ a: gzipSync('nothing at all').toString('base64'), b: 'kny' }))).toEqual([]);
});
