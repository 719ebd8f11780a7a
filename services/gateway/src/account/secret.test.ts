import { expect, test } from '@jest/globals';
import { refusalOfSecret } from './secret.ts';

const good = 'Zb7Jt0mQe5xWc2Rk9uVf4aHs6nLp1yGd';
const local = { isProduction: false, url: 'http://127.0.0.1:4000' };
const live = { isProduction: true, url: 'https://guichet.example' };

test.each([
  { what: 'a missing secret', secret: undefined, place: local, refusal: 'SECRET_MISSING' },
  { what: 'an empty secret', secret: '', place: live, refusal: 'SECRET_MISSING' },
  { what: 'a secret of 31 bytes', secret: good.slice(1), place: local, refusal: 'SECRET_TOO_SHORT' },
  {
    what: 'a sample from documentation',
    secret: 'please-change-me-to-something-long-enough',
    place: local,
    refusal: 'SECRET_WELL_KNOWN',
  },
  { what: 'one sign over and over in production', secret: 'a'.repeat(40), place: live, refusal: 'SECRET_WELL_KNOWN' },
  { what: 'one piece over and over in production', secret: '0123456789ab'.repeat(4), place: live, refusal: 'SECRET_WELL_KNOWN' },
  {
    what: 'a plain http address in production',
    secret: good,
    place: { ...live, url: 'http://guichet.example' },
    refusal: 'URL_NOT_HTTPS',
  },
  {
    what: 'an address with a path',
    secret: good,
    place: { ...live, url: 'https://guichet.example/x' },
    refusal: 'URL_NOT_AN_ORIGIN',
  },
  { what: 'an address that is none', secret: good, place: { ...local, url: 'guichet' }, refusal: 'URL_NOT_AN_ORIGIN' },
])('D-28 $what is refused at start', ({ secret, place, refusal }) => {
  expect(refusalOfSecret(secret, place)).toBe(refusal);
});

test('D-28 a secret of 32 bytes and a fitting address are accepted', () => {
  expect(refusalOfSecret(good, local)).toBeNull();
  expect(refusalOfSecret(good, live)).toBeNull();
});
