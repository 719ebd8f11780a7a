import { letterOfNumber } from './national-letter.ts';

/**
 * A national student number (INE) has 11 characters in one of three forms: ten digits and the letter of their number; nine digits and two
 * letters, where nothing can be checked; ten of base 36 and a digit. Upper case; candidates from abroad have none.
 */
export const isIne = (text: string): boolean => hasLetterOfNumber(text) || /^\d{9}[A-Z]{2}$/.test(text) || hasCheckDigit(text);

/** An INE as it is stored, upper case without blanks, or null when it is none. */
export function canonicalIne(text: string): string | null {
  if (text.length > 40) return null; // no INE, however it is spaced
  const ine = text.replace(/[ \u00a0]/g, '').toUpperCase();
  return isIne(ine) ? ine : null;
}

const hasLetterOfNumber = (text: string) => /^\d{10}[A-Z]$/.test(text) && letterOfNumber(text.slice(0, 10)) === text[10];

/** The digit is the last of six times the sum of the first nine characters, plus the tenth. */
function hasCheckDigit(text: string): boolean {
  if (!/^[\dA-Z]{10}\d$/.test(text)) return false;
  const values = [...text].map((character) => Number.parseInt(character, 36));
  const sum = values.slice(0, 9).reduce((total, value) => total + value, 0);
  return (6 * sum + (values[9] ?? 0)) % 10 === values[10];
}
