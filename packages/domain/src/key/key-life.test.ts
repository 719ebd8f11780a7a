import { describe, expect, test } from '@jest/globals';
import { answers, endOfOldSecret, expiryOf, faultsOfExpiry, faultsOfNewKey, mostKeys, stands } from './key-life.ts';
import { isKeyOf, keyWords, prefixOf } from './key-words.ts';

const asOf = Temporal.Instant.from('2027-02-01T09:00:00Z');
const inDays = (days: number) => asOf.add({ hours: days * 24 });
const wanted = { name: 'Queue', scopes: ['CANDIDACIES_READ'] as const, expiresAt: inDays(90) };

describe('a new key', () => {
  test('is sound with a name, a scope and an end within a year; every objection is told at once', () => {
    expect(faultsOfNewKey(wanted, { standing: mostKeys - 1, asOf })).toEqual([]);
    const all = faultsOfNewKey({ name: '', scopes: [], expiresAt: asOf }, { standing: mostKeys, asOf });
    expect(all.map(({ reason }) => reason)).toEqual(['BLANK', 'NO_SCOPE', 'EXPIRY_PASSED', 'TOO_MANY_KEYS']);
  });

  test('ends after 90 days when nothing is asked, and a year later at most', () => {
    expect(expiryOf(null, asOf).equals(inDays(90))).toBe(true);
    expect(faultsOfExpiry(inDays(366), asOf)).toEqual([]);
    expect(faultsOfExpiry(inDays(366).add({ nanoseconds: 1 }), asOf)[0]?.reason).toBe('EXPIRY_TOO_FAR');
  });

  test('has a name in plain characters, not too long', () => {
    const reasons = ['a\u202eb', 'x'.repeat(81)].map(
      (name) => faultsOfNewKey({ ...wanted, name }, { standing: 0, asOf })[0]?.reason,
    );
    expect(reasons).toEqual(['BIDI_CONTROL', 'TEXT_TOO_LONG']);
  });
});

describe('the life of a key', () => {
  const key = { expiresAt: inDays(1), revokedAt: null, endsAt: null };

  test('ends at its expiry and at its revocation', () => {
    expect(stands(key, inDays(1).subtract({ nanoseconds: 1 }))).toBe(true);
    expect(stands(key, inDays(1))).toBe(false);
    expect(stands({ ...key, revokedAt: asOf }, asOf)).toBe(false);
  });

  test('D-21 a secret rotated out answers for 24 hours, never longer than its key would have', () => {
    expect(endOfOldSecret([inDays(90)], asOf).equals(inDays(1))).toBe(true);
    const early = asOf.add({ hours: 3 });
    expect(endOfOldSecret([early, inDays(90)], asOf).equals(early)).toBe(true);
    expect(endOfOldSecret([inDays(90), early], asOf).equals(early)).toBe(true);
    const rotated = { expiresAt: inDays(90), revokedAt: null, endsAt: inDays(1) };
    expect([answers(rotated, inDays(1).subtract({ nanoseconds: 1 })), answers(rotated, inDays(1))]).toEqual([true, false]);
  });
});

describe('the words of a key', () => {
  const random = `${'aB3_-'.repeat(8)}xyZ`;
  const words = keyWords('LIVE', random);

  test('name its kind, and eight of its characters are shown', () => {
    expect([words, prefixOf(words)]).toEqual([`gch_live_${random}`, `gch_live_${random.slice(0, 8)}`]);
    expect(isKeyOf('LIVE', words)).toBe(true);
  });

  test('D-21 a key of another kind, shortened, lengthened, with blanks or a changed mark is none', () => {
    const altered = [
      keyWords('TEST', random),
      words.slice(0, -1),
      `${words}a`,
      ` ${words}`,
      `${words}\n`,
      words.toUpperCase(),
      `gch_${random}`,
    ];
    expect(altered.filter((text) => isKeyOf('LIVE', text))).toEqual([]);
  });
});
