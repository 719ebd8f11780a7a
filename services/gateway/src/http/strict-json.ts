const deepest = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** The text is no JSON that we take: malformed, nested too deep, a key twice, or a key that reaches prototypes. */
export class MalformedJson extends Error {
  override get name(): string {
    return 'MalformedJson';
  }
}

/** The value of a JSON text in UTF-8, without byte order mark, of at most 32 levels, each key once. */
export const strictJson = (bytes: Uint8Array): unknown => {
  try {
    const text = utf8.decode(bytes);
    const marks = text.match(token) ?? [];
    refuseNesting(marks);
    const value: unknown = JSON.parse(text);
    refuseKeys(marks);
    return value;
  } catch (error) {
    throw new MalformedJson('Malformed JSON', { cause: error });
  }
};

// Before parsing, so that depth costs nothing.
const refuseNesting = (marks: readonly string[]): void => {
  let depth = 0;
  for (const mark of marks) {
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    if (depth > deepest) throw new MalformedJson('Nested too deep');
  }
};

// After parsing: the text is well-formed, so a string before a colon is a key of the innermost object.
const refuseKeys = (marks: readonly string[]): void => {
  const open: Set<string>[] = [];
  let last = '';
  for (const mark of marks) {
    if (mark === '{' || mark === '[') open.push(new Set());
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':') takeKey(open.at(-1), last);
    last = mark;
  }
};

const takeKey = (seen: Set<string> | undefined, quoted: string): void => {
  const key = String(JSON.parse(quoted));
  if (seen === undefined || seen.has(key) || forbiddenKeys.has(key)) throw new MalformedJson('A key twice, or forbidden');
  seen.add(key);
};
