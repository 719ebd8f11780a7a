/** Why a text is refused; `TEXT_TOO_LONG` counts code points, as the database's CHECK does. */
export type TextFault = 'TEXT_TOO_LONG' | 'LONE_SURROGATE' | 'CONTROL_CHARACTER' | 'BIDI_CONTROL' | 'INVISIBLE_CHARACTER';

/** How much a text may hold: `max` code points; line feeds and tabs only where it is `multiline`. */
export interface TextLimit {
  readonly max: number;
  readonly multiline: boolean;
}

const bidiControl = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const unseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
const variant = /\p{Variation_Selector}/u; // chooses the shape of a Japanese name, the colour of a sign
const joiner = /[\u200c\u200d]/u;
/** Scripts that spell with joiners, and pictures; elsewhere they only hide a difference between two words that look alike. */
const joined =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{Extended_Pictographic}\p{Variation_Selector}\p{Emoji_Modifier}]/u;
const control = /[\p{Cc}\u2028\u2029]/u;
const lineBreakOrTab = /[\n\t]/u;

/** A text is plain when it holds no character that is unseen, turns the reading order or cannot be stored; read once, from left to right. */
export function faultOfText(text: string, { max, multiline }: TextLimit): TextFault | null {
  if (text.length > 2 * max || codePoints(text) > max) return 'TEXT_TOO_LONG'; // a code point is at most two units
  if (!text.isWellFormed()) return 'LONE_SURROGATE';
  let before = '';
  for (const character of text) {
    const fault = faultOfCharacter(character, before);
    if (fault && !(multiline && lineBreakOrTab.test(character))) return fault;
    before = character;
  }
  return null;
}

function faultOfCharacter(character: string, before: string): TextFault | null {
  if (control.test(character)) return 'CONTROL_CHARACTER';
  if (bidiControl.test(character)) return 'BIDI_CONTROL';
  const isMeant = variant.test(character) || (joiner.test(character) && joined.test(before));
  return unseen.test(character) && !isMeant ? 'INVISIBLE_CHARACTER' : null;
}

/** Length of a text in code points: what PostgreSQL's `char_length` answers, and neither bytes nor UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * A text as it is stored: NFC, lines ended by line feeds, no blank at either end, without what pasting brings unseen (byte order marks,
 * soft hyphens, zero-width spaces). What turns the reading order stays, to be refused.
 */
export const normalText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .normalize('NFC')
    .trim();
