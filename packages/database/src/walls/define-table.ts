import { defineEntity, p } from '@mikro-orm/core';
import { InstantColumn } from '../session/instant-column.ts';
import { type Cell, policiesOf, type Wall } from './allow.ts';

/** What the printer of migrations and the catalogue gate read: every table's cells and keys. */
export const walls: Wall[] = [];

/** Row-level security, forced on the owner too, with the policies of the class table; the keys that stay inside a tenant. */
export function walled(table: string, cells: readonly Cell[], keys: readonly string[] = []) {
  walls.push({ table, cells, keys });
  return { tableName: table, rowLevelSecurity: 'force' as const, policies: policiesOf(table, cells) };
}

/** A random id (UUIDv4): ids people see are never serial nor ordered by time. Made in code, since a role without SELECT cannot read a default back. */
export const randomId = () => p.uuid().onCreate(() => crypto.randomUUID());
export const instant = () => p.type(InstantColumn).$type<Temporal.Instant>();
export const instantOrNull = () => p.type(InstantColumn).$type<Temporal.Instant | null>().strictNullable();
export const textOrNull = () => p.text().strictNullable();

export { defineEntity, p };
