import { systemPrincipal } from '@guichet/database/session/hat';
import type { Claims } from '../database/acting.ts';
import { type WalledWorld } from '../database/walled-world.ts';

/** A transaction that somebody's SQL slipped into: under this role, with these sealed claims, over that login. */
export interface Attacker {
  readonly claims: Claims;
  readonly login: 'gateway' | 'worker';
}

const narrowRoles = ['app_relay', 'app_totals', 'app_sealer', 'app_jobs'] as const;

/** One request or job for each role that any login may take on. */
export function attackers({ who }: WalledWorld): readonly Attacker[] {
  const people: readonly Claims[] = [
    who.anonymous,
    { role: 'app_person', principal: String(who.C1.principal) },
    who.C1,
    who.OA,
    who.KW,
    who.RA1,
    who.OP,
  ];
  const narrow = narrowRoles.map((role): Claims => ({ role, principal: systemPrincipal }));
  return [
    ...people.map((claims): Attacker => ({ claims, login: 'gateway' })),
    ...narrow.map((claims): Attacker => ({ claims, login: 'worker' })),
  ];
}

/** The connection an attacker's statements go over. */
export const connectionOf = (world: WalledWorld, { login }: Attacker) => world[login];

/** Columns of tables that belong to a school or a candidate, as far as a role may read them: one column a table is enough to count. */
export async function readableTables({ world }: WalledWorld, role: string) {
  return world.sql<{ t: string; school: string | null; candidate: string | null; any: string }>(
    `select c.relname as t, min(a.attname) filter (where a.attname = 'school_id') as school,
       min(a.attname) filter (where a.attname = 'candidate_id') as candidate, min(a.attname::text) as any
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and has_column_privilege($1, c.oid, a.attnum, 'SELECT') group by 1 order by 1`,
    [role],
  );
}
