const deepest = 100;

/**
 * The one text of a value (RFC 8785): keys in the order of their UTF-16 units, no blank, numbers as ECMAScript writes them. What JSON cannot
 * hold (undefined, NaN, bigint, function, lone surrogate, date, map) is refused: a digest must never leave something out unseen.
 */
export const canonicalJson = (value: unknown): string => written(value, []);

function written(value: unknown, path: readonly string[]): string {
  if (path.length > deepest) return refused('nested too deep or without end', path);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : refused(String(value), path);
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : refused('a lone surrogate', path);
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => written(item, [...path, String(index)])).join(',')}]`;
  if (typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]') return writtenObject(value, path);
  return refused(typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value, path);
}

function writtenObject(value: object, path: readonly string[]): string {
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${written(key, path)}:${written(item, [...path, key])}`).join(',')}}`;
}

function refused(what: string, path: readonly string[]): never {
  throw new TypeError(`Canonical JSON cannot hold ${what} at /${path.slice(0, 5).join('/')}`);
}
