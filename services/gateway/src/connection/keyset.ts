import { createHash } from 'node:crypto';
import { badUserInput } from '../errors/refused.ts';
import { base64url } from './base64url.ts';
import type { PageWindow } from './page-arguments.ts';

/** Where a row stands: its sort key as text at the database's full precision (null sorts last), then its id. */
export interface Position {
  readonly key: string | null;
  readonly id: string;
}

/** The digest a cursor carries: of the list, its filter and its order; a cursor of another list or filter is refused. */
export const digestOf = (list: { readonly name: string; readonly order: string; readonly filter: unknown }): string =>
  createHash('sha256').update(JSON.stringify(list, sorted)).digest('base64url').slice(0, 16);

/** The opaque cursor of a row in a list. */
export const cursorOf = (position: Position, digest: string): string =>
  base64url(JSON.stringify([digest, position.key, position.id]));

/** The position a page starts beyond, or null for a first page; a cursor that is not of this list is `BAD_USER_INPUT`. */
export const positionOf = (page: PageWindow, digest: string, isKey: (key: string) => boolean): Position | null => {
  if (page.cursor === null) return null;
  const position = readCursor(page.cursor, digest);
  const isOurs = position !== null && uuid.test(position.id) && (position.key === null || isKey(position.key));
  if (!isOurs) throw badUserInput(page.cursorArgument);
  return position;
};

/** True for PostgreSQL's text of an instant in UTC or ISO's, with its microseconds; nobody's calendar has a 30th of February. */
export const isInstantKey = (key: string): boolean => instantShape.test(key) && existsAsInstant(key);

// The year 0 and an offset of 16 hours are instants to us, and none to PostgreSQL.
const instantShape = /^(?!0000)\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-5])(?::?\d\d)?)$/;

const existsAsInstant = (key: string): boolean => {
  try {
    Temporal.Instant.from(key);
    return true;
  } catch {
    return false;
  }
};

// Two names of 200 signs and a city, of which one sign may be searched by eighteen: a row has a cursor, whatever it is called.
const longestKey = 10_000;

/** True for any text that PostgreSQL can compare. */
export const isTextKey = (key: string): boolean => key.length <= longestKey && !key.includes('\0') && key.isWellFormed();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const readCursor = (cursor: string, digest: string): Position | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== digest) return null;
    const [, key, id] = parts as readonly unknown[];
    return (key === null || typeof key === 'string') && typeof id === 'string' ? { key, id } : null;
  } catch {
    return null;
  }
};

// Two filters that mean the same have one digest, in whatever order their fields were written.
const sorted = (_key: string, value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
