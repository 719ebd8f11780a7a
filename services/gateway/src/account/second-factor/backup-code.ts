import { randomInt } from 'node:crypto';
import { backupCodeCount } from '@guichet/domain/account/second-factor';

/** Signs that are not taken for one another when read from paper. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';
const length = 10;

/** Fifty random bits a code, in two groups to be read. */
export const newBackupCodes = (): readonly string[] =>
  Array.from({ length: backupCodeCount }, () => {
    const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
    return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
  });

/** A code as it is compared, however it was typed; null for what cannot be one. */
export function plainBackupCode(typed: string): string | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? plain : null;
}

/** A time code as it is compared, spaces taken out; null for what cannot be one. */
export function plainTimeCode(typed: string): string | null {
  const plain = typed.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(plain) ? plain : null;
}
