import { backupCodeCount } from '@guichet/domain/account/second-factor';
import { describe, expect, test } from '@jest/globals';
import { newBackupCodes, plainBackupCode, plainTimeCode } from './backup-code.ts';
import { codeAt, factorTexts, newFactor, stepOfCode } from './time-code.ts';

const bytes = Buffer.from('12345678901234567890');
const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('a time code', () => {
  // RFC 6238, appendix B, SHA-1, the last six of eight digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of the RFC at %i seconds', (seconds, code) => {
    expect(codeAt(factorTexts(bytes, '').base32, instant(seconds))).toBe(code);
    expect(stepOfCode(bytes, code, instant(seconds))).toBe(Math.floor(seconds / 30));
  });

  test('D-11 is taken one half minute early or late, and names its own half minute, not the present one', () => {
    const steps = [-2, -1, 0, 1, 2].map((shift) => {
      const code = codeAt(factorTexts(bytes, '').base32, instant(3000 + 30 * shift));
      return stepOfCode(bytes, code, instant(3000));
    });
    expect(steps).toEqual([null, 99, 100, 101, null]);
  });

  test.each(['', '12345', '1234567', '12345a', '000000'])('%j is no code', (typed) => {
    expect(stepOfCode(bytes, plainTimeCode(typed) ?? '', instant(59))).toBeNull();
  });

  test('comes from 160 fresh random bits, and its address names the account and nothing else of it', () => {
    expect(newFactor()).toHaveLength(20);
    expect(newFactor().equals(newFactor())).toBe(false);
    const { uri, base32 } = factorTexts(bytes, 'marie@example.fr');
    expect(uri).toBe(
      `otpauth://totp/Guichet:marie%40example.fr?issuer=Guichet&secret=${base32}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('backup codes', () => {
  test('are ten, all different, of signs that are not taken for one another', () => {
    const codes = newBackupCodes();
    expect(new Set(codes).size).toBe(backupCodeCount);
    for (const code of codes) expect(code).toMatch(/^[a-km-np-z2-9]{5}-[a-km-np-z2-9]{5}$/);
  });

  test.each([
    [' ABCDE fghjk ', 'abcdefghjk'],
    ['abcde-fghjk', 'abcdefghjk'],
    ['abcde-fghj', null],
    ['abcde-fghj0', null],
    ['123456', null],
  ])('%j is read as %j', (typed, plain) => {
    expect(plainBackupCode(typed)).toBe(plain);
  });
});
