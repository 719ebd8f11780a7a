import { expect, test } from '@jest/globals';
import { refusalOfSecret } from './secret.ts';

const good = 'Zb7Jt0mQe5xWc2Rk9uVf4aHs6nLp1yGd';
const local = { isProduction: false, url: 'http://127.0.0.1:4000' };
const live = { isProduction: true, url: 'https://guichet.example' };

test.each([
  ['a missing secret', undefined, local, 'SECRET_MISSING'],
  ['an empty secret', '', live, 'SECRET_MISSING'],
  ['a secret of 31 bytes', good.slice(1), local, 'SECRET_TOO_SHORT'],
  ['a sample from documentation', 'please-change-me-to-something-long-enough', local, 'SECRET_WELL_KNOWN'],
  ['one sign over and over in production', 'a'.repeat(40), live, 'SECRET_WELL_KNOWN'],
  ['one piece over and over in production', '0123456789ab'.repeat(4), live, 'SECRET_WELL_KNOWN'],
  ['a plain http address in production', good, { ...live, url: 'http://guichet.example' }, 'URL_NOT_HTTPS'],
  ['an address with a path', good, { ...live, url: 'https://guichet.example/x' }, 'URL_NOT_AN_ORIGIN'],
  ['an address that is none', good, { ...local, url: 'guichet' }, 'URL_NOT_AN_ORIGIN'],
] as const)('D-28 %s is refused at start', (_, secret, place, refusal) => {
  expect(refusalOfSecret(secret, place)).toBe(refusal);
});

test('D-28 a secret of 32 bytes and a fitting address are accepted', () => {
  expect(refusalOfSecret(good, local)).toBeNull();
  expect(refusalOfSecret(good, live)).toBeNull();
});
