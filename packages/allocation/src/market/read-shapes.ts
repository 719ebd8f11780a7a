import { type ObjectionCode, type Objections, object, within } from './objections.ts';

/** A JSON object, neither array nor null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole number from 0 that JSON carries exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Objects unless the value is a list of texts. */
export function textList(value: unknown, at: Objections): value is readonly string[] {
  if (!Array.isArray(value)) return shapeless(at, 'A list of ids is expected.');
  let good = true;
  for (let index = 0; index < value.length; index += 1)
    if (typeof value[index] !== 'string') good = shapeless(within(at, index), 'An id is a text.');
  return good;
}

/** Objects that the value has not the shape expected. */
export function shapeless(at: Objections, message: string): false {
  object(at, 'malformed', message);
  return false;
}

/** Any key beyond those known names a rule we do not hold: refused rather than ignored (R3). */
export function onlyKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], at: Objections): void {
  for (const key of Object.keys(value))
    if (!known.includes(key)) object(within(at, key), 'unknown-key', 'No rule goes by this name.');
}

/** Objects unless the key holds a count; absent it may be, unless needed. */
export function counted(
  value: Readonly<Record<string, unknown>>,
  key: string,
  ...[reason, at, needed]: [ObjectionCode, Objections, true?]
): void {
  const count = value[key];
  if (count === undefined && !needed) return;
  if (!isCount(count)) object(within(at, key), reason, `${key} is an integer from 0.`);
}

/** Objects unless the key is absent or one of the words. */
export function oneOf(
  value: Readonly<Record<string, unknown>>,
  key: string,
  ...[words, at]: [readonly string[], Objections]
): void {
  const word = value[key];
  if (word !== undefined && !words.includes(word as string)) shapeless(within(at, key), `${key} is one of ${words.join(', ')}.`);
}

/** Reads each object of a list that may be absent. */
export function eachEntry(
  value: unknown,
  at: Objections,
  read: (entry: Readonly<Record<string, unknown>>, at: Objections) => void,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) return void shapeless(at, 'A list is expected.');
  for (const [index, entry] of value.entries()) {
    const place = within(at, index);
    if (isRecord(entry)) read(entry, place);
    else shapeless(place, 'An object is expected.');
  }
}
