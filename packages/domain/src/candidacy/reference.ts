/** Digits and letters that no reader takes for another (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), without vowels, so that none spells a word. */
const alphabet = '23456789CDFGHJKMNPQRTVWXY';
const length = 5;

/** Random bytes one reference wants: five are drawn, and six values in 256 are thrown away so that every letter is as likely. */
export const referenceBytes = 16;

/**
 * What people quote of a dossier, `ASTG3-27-K7QM4`: procedure, year of entry, five random letters, never counted. There are 9.7 million
 * of a year; the caller draws again when one is taken. Too few usable bytes throw.
 */
export function referenceFrom(
  randomBytes: Uint8Array,
  campaign: { readonly procedure: string; readonly entryYear: number },
): string {
  const fair = 256 - (256 % alphabet.length);
  const letters = [...randomBytes].filter((byte) => byte < fair).map((byte) => alphabet.charAt(byte % alphabet.length));
  if (letters.length < length) throw new RangeError('Too few random bytes for a reference');
  const year = String(campaign.entryYear % 100).padStart(2, '0');
  return `${campaign.procedure}-${year}-${letters.slice(0, length).join('')}`;
}
