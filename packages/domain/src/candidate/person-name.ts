import { faultOfText, type TextFault } from '../text/plain-text.ts';

/** Longest name, in code points. */
export const longestName = 100;
const mostMarksInARow = 6; // Burmese and Tibetan syllables stack up to five

/** Why a name is refused. */
export type NameFault = TextFault | 'BLANK' | 'NOT_A_NAME' | 'TOO_MANY_MARKS';

const inNames = /^(?:[\p{L}\p{M}\p{Nd} '’‘ʼ`´.,·•・/\u05f3\u05f4\u2010\u2011-]|\u200c|\u200d)$/u;
const letter = /\p{L}/u;
const mark = /^\p{M}$/u;

/** A name as it is stored: NFC, one space between words, none at the ends; nothing else of it is touched. */
export const normalName = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A name holds letters of any script, with what joins names; from one letter to a hundred code points (sense of civil registers). */
export function faultOfName(name: string): NameFault | null {
  const fault = faultOfText(name, { max: longestName, multiline: false });
  if (fault) return fault;
  if (name.trim() === '') return 'BLANK';
  if (!letter.test(name)) return 'NOT_A_NAME';
  let marks = 0;
  for (const character of name) {
    if (!inNames.test(character)) return 'NOT_A_NAME';
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks > mostMarksInARow) return 'TOO_MANY_MARKS';
  }
  return null;
}

/** Letters that do not decompose into a base and an accent, and how people without them type them. */
const typedAs: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
const untypable = new RegExp(`[${Object.keys(typedAs).join('')}]`, 'gu');

/**
 * What a name or an institution is searched by: compatibility form, lower case, Latin, Greek and Cyrillic accents off, apostrophes and
 * hyphens as spaces, single spaces. No locale: the same text gives the same key everywhere.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(untypable, (character) => typedAs[character] ?? character)
    .replace(/['’‘ʼ`´\u02bb\u2010-\u2015-]/g, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
