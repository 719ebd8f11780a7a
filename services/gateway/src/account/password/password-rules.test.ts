import { describe, expect, test } from '@jest/globals';
import { hashPassword, isPassword } from './password-hash.ts';
import { faultsOfPassword } from './password-rules.ts';

const email = 'marie.dupont@example.fr';
const cheap = { log2N: 10, r: 8, p: 1 };

describe('a password', () => {
  test.each([
    ['eleven signs', 'kelp tram 9', ['TOO_SHORT']],
    ['eight signs', 'h7K!pz2q', ['TOO_SHORT']],
    ['129 signs', 'kelp tram '.repeat(12) + 'of nine x', ['TOO_LONG']],
    ['300 emoji', '🦊'.repeat(300), ['TOO_LONG', 'TOO_COMMON']],
    ['a NUL', 'kelp tram\0harbour', ['UNREADABLE_SIGN']],
    ['half a surrogate pair', 'kelp tram \ud83e harbour', ['UNREADABLE_SIGN']],
    ['the address itself', 'Marie.Dupont@Example.FR', ['EQUALS_EMAIL']],
    ['the name of the address with a year', 'marie.dupont2027', ['EQUALS_EMAIL']],
    ['a common word with digits', 'password123456', ['TOO_COMMON']],
    ['a common word in disguise', 'P@ssw0rd!2027', ['TOO_COMMON']],
    ['a French one', 'MotDePasse123', ['TOO_COMMON']],
    ['a walk along the keyboard', 'azertyuiopqs', ['TOO_COMMON']],
    ['counting', '123456789012', ['TOO_COMMON']],
    ['one piece over and over', 'abcabcabcabc', ['TOO_COMMON']],
  ])('D-05 of %s is refused with the reason', (_, password, faults) => {
    expect(faultsOfPassword(password, email)).toEqual(faults);
  });

  test.each([
    ['a sentence', 'kelp tram harbour'],
    ['emoji among letters', 'le 🦊 dort au port'],
    ['spaces around', '  harbour kelp  '],
    ['another script', 'пароль от гавани'],
    ['128 signs', `${'kelp tram '.repeat(12)}12345678`],
  ])('D-05 of %s is accepted', (_, password) => {
    expect(faultsOfPassword(password, email)).toEqual([]);
  });

  test('D-05 is the same composed or decomposed, and keeps its spaces', async () => {
    const hash = await hashPassword('d\u00e9j\u00e0 vu au port', cheap);
    expect(await isPassword('de\u0301ja\u0300 vu au port', hash)).toBe(true);
    expect(await isPassword('d\u00e9j\u00e0 vu au port ', hash)).toBe(false);
  });

  test('D-05 is never cut: the 128th sign counts', async () => {
    const long = 'kelp tram '.repeat(12) + '1234567';
    const hash = await hashPassword(`${long}8`, cheap);
    expect(await isPassword(`${long}9`, hash)).toBe(false);
    expect(await isPassword(`${long}8`, hash)).toBe(true);
  });

  test('D-05 is hashed with a salt of its own', async () => {
    expect(await hashPassword('kelp tram harbour', cheap)).not.toBe(await hashPassword('kelp tram harbour', cheap));
  });
});
