/** Any value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Utf8 {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: new () => Utf8;

/** RFC 8785 bytes: keys sorted by code unit, no blanks, numbers as ECMAScript writes them. Throws RangeError on what I-JSON refuses. */
export const canonicalJson = (value: Json): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonicalText(value));

/** A value still to be written, or a piece of text that closes what was opened. */
type Pending = { readonly value: Json } | { readonly text: string };

/** The same as text; iterative, so that depth does not matter. */
export function canonicalText(value: Json): string {
  const written: string[] = [];
  const pending: Pending[] = [{ value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('text' in next) written.push(next.text);
    else if (typeof next.value !== 'object' || next.value === null) written.push(scalar(next.value));
    else for (const part of partsOf(next.value).toReversed()) pending.push(part);
  }
  return written.join('');
}

function scalar(value: null | boolean | number | string): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number that JSON cannot carry');
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('a text with half a character');
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new RangeError('a value that JSON cannot carry');
  return text;
}

function partsOf(value: readonly Json[] | { readonly [key: string]: Json }): readonly Pending[] {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).flatMap((item, index): readonly Pending[] =>
      index === 0 ? [{ value: item }] : [{ text: ',' }, { value: item }],
    );
    return [{ text: '[' }, ...items, { text: ']' }];
  }
  const entries = Object.entries(value as { readonly [key: string]: Json }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = entries.flatMap(([key, item], index): readonly Pending[] => [
    { text: `${index === 0 ? '' : ','}${scalar(key)}:` },
    { value: item },
  ]);
  return [{ text: '{' }, ...parts, { text: '}' }];
}
