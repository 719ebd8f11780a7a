import { byCodeUnits, type Objection, pointer } from '../market/objections.ts';

/** A document read, and why it is no I-JSON (RFC 7493): duplicate keys and lone surrogates, which a parser would hide. */
export interface JsonRead {
  readonly value: unknown;
  readonly objections: readonly Objection[];
}

/** An array or an object being read. */
interface Open {
  readonly keys: Set<string> | null;
  step: string | number;
}

/** Parses JSON, then walks the text once more for what parsing hides. Throws SyntaxError when it is not JSON. */
export function readJson(text: string): JsonRead {
  const value: unknown = JSON.parse(text);
  const objections: Objection[] = [];
  const open: Open[] = [];
  let atKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const inside = open.at(-1);
    if (code === 0x22) {
      const end = endOfText(text, at);
      if (atKey && inside?.keys) readKey(text.slice(at, end + 1), inside, { open, objections });
      else objectToSurrogates(text.slice(at, end + 1), open, objections);
      atKey = false;
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      open.push({ keys: code === 0x7b ? new Set() : null, step: code === 0x7b ? '' : 0 });
      atKey = code === 0x7b;
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      atKey = false;
    } else if (code === 0x2c && inside) {
      atKey = inside.keys !== null;
      if (typeof inside.step === 'number') inside.step += 1;
    }
  }
  return { value, objections: objections.toSorted((a, b) => byCodeUnits(a.path, b.path)) };
}

/** The closing quote: one not preceded by an odd number of backslashes. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (;;) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
}

interface Where {
  readonly open: readonly Open[];
  readonly objections: Objection[];
}

function readKey(quoted: string, inside: Open, { open, objections }: Where): void {
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  inside.step = key;
  if (inside.keys?.has(key))
    objections.push({ reason: 'duplicate-key', path: placeOf(open), message: 'The object has this key twice.' });
  inside.keys?.add(key);
  if (!key.isWellFormed())
    objections.push({ reason: 'lone-surrogate', path: placeOf(open), message: 'The key holds half a character.' });
}

function objectToSurrogates(quoted: string, open: readonly Open[], objections: Objection[]): void {
  if (quoted.includes('\\u') && !(JSON.parse(quoted) as string).isWellFormed())
    objections.push({ reason: 'lone-surrogate', path: placeOf(open), message: 'The text holds half a character.' });
}

const placeOf = (open: readonly Open[]) => pointer(...open.map(({ step }) => step));
