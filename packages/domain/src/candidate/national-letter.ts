const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The check letter of a French national number (INE, UAI): the number modulo 23, in the alphabet without I, O and Q. */
export const letterOfNumber = (digits: string): string => letters.charAt(Number(digits) % letters.length);

/** A national number of an institution (UAI) has seven digits and the letter of their number. */
export const isUai = (text: string): boolean => /^\d{7}[A-Z]$/.test(text) && letterOfNumber(text.slice(0, 7)) === text[7];

/**
 * The number of an institution the consortium added, which has none of the ministry's: X and seven letters or figures without look-alikes
 * (decided per consortium); no national number begins with a letter.
 */
export const isOwnInstitutionNumber = (text: string): boolean => /^X[A-HJ-NP-Z2-9]{7}$/.test(text);
