import { isIne } from '../candidate/ine.ts';
import { isOwnInstitutionNumber, isUai } from '../candidate/national-letter.ts';
import { faultOfName, longestName, type NameFault } from '../candidate/person-name.ts';
import { faultOfText, type TextLimit } from '../text/plain-text.ts';

/** Why an answer is refused as it was given. */
export type FieldReason =
  | NameFault
  | 'DATE_NOT_VALID'
  | 'AGE_OUT_OF_RANGE'
  | 'COUNTRY_NOT_VALID'
  | 'INE_NOT_VALID'
  | 'UAI_NOT_VALID'
  | 'TELEPHONE_NOT_VALID'
  | 'POSTCODE_NOT_VALID'
  | 'NUMBER_OUT_OF_RANGE'
  | 'DECIMAL_COMMA'
  | 'MARK_NOT_VALID'
  | 'UNKNOWN_VALUE'
  | 'TOO_MANY_ENTRIES';

/** A reason with the limit it speaks of: code points of a text, entries of a list. */
export interface Flaw<Reason extends string = FieldReason> {
  readonly reason: Reason;
  readonly max?: number;
}
/** A flaw and the way to it in the draft. */
export interface Fault<Reason extends string = FieldReason> extends Flaw<Reason> {
  readonly path: readonly string[];
}
/** Judges one answer that was given. */
export type Check<Answer> = (answer: Answer) => Flaw | null;

/** The faults of the answers given in a section; those not given are no fault, they are missing. */
export function faultsOfAnswers<Section extends object>(
  section: Section,
  checks: { readonly [Answer in keyof Section]?: Check<NonNullable<Section[Answer]>> },
  root: readonly string[],
): Fault[] {
  return (Object.keys(checks) as (keyof Section & string)[]).flatMap((name) => {
    const answer = section[name];
    const flaw = answer === null || answer === undefined ? null : (checks[name]?.(answer) ?? null);
    return flaw ? [{ ...flaw, path: [...root, name] }] : [];
  });
}

const flawed = (reason: FieldReason | null): Flaw | null => (reason === null ? null : { reason });
const unless = (holds: boolean, reason: FieldReason): Flaw | null => (holds ? null : { reason });

function textWithin(limit: TextLimit): Check<string> {
  return (answer) => {
    const fault = faultOfText(answer, limit) ?? (answer.trim() === '' ? 'BLANK' : null);
    return fault === 'TEXT_TOO_LONG' ? { reason: fault, max: limit.max } : flawed(fault);
  };
}

/** One line of at most so many code points. */
export const line = (max: number): Check<string> => textWithin({ max, multiline: false });

/** Paragraphs of at most so many code points together. */
export const paragraphs = (max: number): Check<string> => textWithin({ max, multiline: true });

/** A person's name in any script. */
export const personName: Check<string> = (answer) => {
  const reason = faultOfName(answer);
  return reason === 'TEXT_TOO_LONG' ? { reason, max: longestName } : flawed(reason);
};

/** A country by its two letters (ISO 3166-1 alpha-2); whether it exists is the list's business. */
export const country: Check<string> = (answer) => unless(/^[A-Z]{2}$/.test(answer), 'COUNTRY_NOT_VALID');

/** A national student number. */
export const studentNumber: Check<string> = (answer) => unless(isIne(answer), 'INE_NOT_VALID');

/** A national number of an institution, or one the consortium gave; whether it exists is the list's business. */
export const institutionNumber: Check<string> = (answer) =>
  unless(isUai(answer) || isOwnInstitutionNumber(answer), 'UAI_NOT_VALID');

/** A short code of a nomenclature, as `M015`. */
export const code: Check<string> = (answer) => unless(/^[\w-]{1,32}$/.test(answer), 'UNKNOWN_VALUE');

/** A whole number between two, both included. */
export const wholeBetween =
  (least: number, most: number): Check<number> =>
  (answer) =>
    unless(Number.isInteger(answer) && answer >= least && answer <= most, 'NUMBER_OUT_OF_RANGE');

/** A word of a closed list. */
export const oneOf =
  (words: readonly string[]): Check<string> =>
  (answer) =>
    unless(words.includes(answer), 'UNKNOWN_VALUE');

/** Words of a closed list, none twice. */
export const someOf =
  (words: readonly string[]): Check<readonly string[]> =>
  (answer) =>
    unless(new Set(answer).size === answer.length && answer.every((word) => words.includes(word)), 'UNKNOWN_VALUE');

/** An average out of 20, with a point and at most three decimals; a comma is refused by a reason of its own, so that it can be told. */
export const mark: Check<string> = (answer) => {
  if (/^\d{1,2},\d+$/.test(answer)) return { reason: 'DECIMAL_COMMA' };
  return unless(/^\d{1,2}(?:\.\d{1,3})?$/.test(answer) && Number(answer) <= 20, 'MARK_NOT_VALID');
};
