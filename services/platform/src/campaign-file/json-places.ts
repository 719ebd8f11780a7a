/** Where each value of a JSON text stands: JSON pointer to offset, and the members whose name is written twice. */
export interface JsonPlaces {
  readonly offsets: ReadonlyMap<string, number>;
  readonly repeated: readonly string[];
}

/** Thrown where the text stops being JSON; `offset` counts UTF-16 units. */
export class NotJson extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

interface Scan {
  readonly text: string;
  readonly offsets: Map<string, number>;
  readonly repeated: string[];
  at: number;
  depth: number;
}

const deepest = 32;
const blank = /[ \t\r\n]*/y;
/** Control characters are \p{Cc} but for U+007F to U+009F, which JSON takes as they are. */
const string = /"[[^"\\\p{Cc}]\u007f-\u009f]*(?:\\(?:["\\\/bfnrt]|u[0-9a-fA-F]{4})[[^"\\\p{Cc}]\u007f-\u009f]*)*"/vy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** JSON.parse tells neither where a value stood nor that a member came twice; this reads the text once for both. */
export function placesOf(text: string): JsonPlaces {
  const scan: Scan = { text, offsets: new Map(), repeated: [], at: 0, depth: 0 };
  skipBlank(scan);
  scanValue(scan, '');
  skipBlank(scan);
  if (scan.at < text.length) throw new NotJson(scan.at, 'the document has ended here; remove what follows');
  return scan;
}

/** One reference token of a JSON pointer (RFC 6901): `~` and `/` escaped. */
export const pointerStep = (key: string | number) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** `line:column`, both from 1, as editors count. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

function scanValue(scan: Scan, pointer: string): void {
  scan.offsets.set(pointer, scan.at);
  const first = scan.text[scan.at];
  if (first === '{') return nested(scan, () => scanMembers(scan, pointer));
  if (first === '[') return nested(scan, () => scanItems(scan, pointer));
  const rule = first === '"' ? string : scalar;
  if (taken(scan, rule) === null) throw new NotJson(scan.at, first === '"' ? unfinishedString : 'a value is expected here');
}

const unfinishedString = 'this string does not end on its line, or holds a backslash that JSON does not know';

function nested(scan: Scan, inside: () => void): void {
  scan.depth += 1;
  if (scan.depth > deepest) throw new NotJson(scan.at, `nothing here is nested deeper than ${deepest} levels`);
  scan.at += 1;
  skipBlank(scan);
  inside();
  scan.depth -= 1;
}

function scanMembers(scan: Scan, pointer: string): void {
  if (closes(scan, '}')) return;
  do {
    skipBlank(scan);
    const name = taken(scan, string);
    if (name === null) throw new NotJson(scan.at, 'a member name in double quotes is expected here; a comma before } must go');
    const member = pointer + pointerStep(String(JSON.parse(name)));
    skipBlank(scan);
    if (!closes(scan, ':')) throw new NotJson(scan.at, 'a colon is expected here, after the name of the member');
    skipBlank(scan);
    if (scan.offsets.has(member)) scan.repeated.push(member);
    scanValue(scan, member);
    skipBlank(scan);
  } while (closes(scan, ','));
  if (!closes(scan, '}')) throw new NotJson(scan.at, 'a comma or } is expected here');
}

function scanItems(scan: Scan, pointer: string): void {
  if (closes(scan, ']')) return;
  let index = 0;
  do {
    skipBlank(scan);
    if (scan.text[scan.at] === ']') throw new NotJson(scan.at, 'a value is expected here; a comma before ] must go');
    scanValue(scan, pointer + pointerStep(index));
    index += 1;
    skipBlank(scan);
  } while (closes(scan, ','));
  if (!closes(scan, ']')) throw new NotJson(scan.at, 'a comma or ] is expected here');
}

function closes(scan: Scan, mark: string): boolean {
  if (scan.text[scan.at] !== mark) return false;
  scan.at += 1;
  return true;
}

function taken(scan: Scan, rule: RegExp): string | null {
  rule.lastIndex = scan.at;
  const found = rule.exec(scan.text)?.[0] ?? null;
  if (found !== null) scan.at += found.length;
  return found;
}

function skipBlank(scan: Scan): void {
  taken(scan, blank);
}
