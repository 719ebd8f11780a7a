import { describe, expect, test } from '@jest/globals';
import { canonicalEmail, faultOfEmail } from './email-address.ts';

/** Microseconds of work: a busy machine does not lengthen them. */
declare const process: { cpuUsage(since?: unknown): { readonly user: number } };

describe('an e-mail address', () => {
  test.each([
    ['Marie.Curie@Example.FR', 'marie.curie@example.fr'],
    [' marie@example.fr ', 'marie@example.fr'],
    ['marie+astg3@example.fr', 'marie+astg3@example.fr'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['marie@XN--BCHER-KVA.example', 'marie@xn--bcher-kva.example'],
    ['a@b.co', 'a@b.co'],
    [`${'a'.repeat(64)}@example.fr`, `${'a'.repeat(64)}@example.fr`],
  ])('E-05 %s has one canonical form', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical);
    expect(canonicalEmail(canonical)).toBe(canonical);
  });

  test.each([
    ['a trailing dot', 'marie@example.fr.'],
    ['a quoted local part', '"marie curie"@example.fr'],
    ['two @', 'marie@curie@example.fr'],
    ['an address before another', 'marie@example.fr@evil.example'],
    ['a display name', 'Marie <marie@example.fr>'],
    ['a second address', 'marie@example.fr,eve@evil.example'],
    ['a header line', 'marie@example.fr\r\nBcc: eve@evil.example'],
    ['a line end at the end', 'marie@example.fr\n'],
    ['a NUL', 'marie\u0000@example.fr'],
    ['a lone surrogate', 'marie\ud800@example.fr'],
    ['a comment', 'marie(x)@example.fr'],
    ['an address literal', 'marie@[127.0.0.1]'],
    ['a number for a domain', 'marie@127.0.0.1'],
    ['one label', 'marie@localhost'],
    ['an empty label', 'marie@example..fr'],
    ['a hyphen first', 'marie@-example.fr'],
    ['a dot first', '.marie@example.fr'],
    ['two dots', 'ma..rie@example.fr'],
    ['no local part', '@example.fr'],
    ['no domain', 'marie@'],
    ['nothing', ''],
    ['65 characters before the @', `${'a'.repeat(65)}@example.fr`],
    ['255 characters', `a@${`${'b'.repeat(60)}.`.repeat(4)}${'c'.repeat(9)}`],
  ])('E-05 %s is refused', (_name, text) => {
    expect(canonicalEmail(text)).toBeNull();
    expect(faultOfEmail(text)).toBe('EMAIL_NOT_VALID');
  });

  test('E-05 254 characters are accepted', () => {
    expect(canonicalEmail(`a@${`${'b'.repeat(60)}.`.repeat(4)}${'c'.repeat(8)}`)).toHaveLength(254);
  });

  test.each([
    'marie@bücher.example',
    'mаrie@example.fr',
    'marie@\u212Aelvin.example',
    'marie\u202e@example.fr',
    'marie@example。fr',
  ])('E-05 %j is refused with the hint that letters other than ASCII do not travel', (text) => {
    expect(faultOfEmail(text)).toBe('EMAIL_NOT_ASCII');
    expect(canonicalEmail(text)).toBeNull();
  });

  test('E-14 a hostile address is judged in a moment', () => {
    const started = process.cpuUsage();
    faultOfEmail(`${'a'.repeat(50_000)}!`);
    faultOfEmail(`${' '.repeat(50_000)}!`);
    faultOfEmail(`${'a.'.repeat(125)}!`);
    expect(process.cpuUsage(started).user).toBeLessThan(50_000);
  });
});
