import { aCanaryWorld, type CanaryWorld } from '../canary-world.ts';
import { type Acting, acting, type Said } from './acting.ts';
import { type ClaimsByName, claimsOf } from './claims-of.ts';

/** The fixture with a connection of each login, past the gateway's own code. */
export interface WalledWorld extends CanaryWorld {
  readonly gateway: Acting;
  readonly worker: Acting;
  readonly who: ClaimsByName;
  readonly tables: readonly string[];
  schoolId(side: 'A' | 'B'): string;
  /** A statement that counts the rows of every table of no public class that a role may read at all. */
  readable(role: string): Promise<string>;
  close(): Promise<void>;
}

export const publicClasses = [
  'school',
  'campaign',
  'campaign_member',
  'notice_version',
  'specialism',
  'country',
  'institution',
  'mention',
];
export const requestRoles = [
  'app_public',
  'app_person',
  'app_candidate',
  'app_school',
  'app_key',
  'app_reviewer',
  'app_platform',
];
export const codesOf = (said: readonly Said[]) => [...new Set(said.map(({ code }) => code))];

export async function aWalledWorld(): Promise<WalledWorld> {
  const fixture = await aCanaryWorld();
  const { world } = fixture;
  // An account becomes a candidate by acting as one.
  await fixture.people.C4.read('{ me { id } }');
  const who = await claimsOf(fixture);
  const gateway = await acting(world.ownerUrl, 'app_login');
  const worker = await acting(world.ownerUrl, 'app_work');
  const rows = await world.sql<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') order by 1`);
  return {
    ...fixture,
    gateway,
    worker,
    who,
    tables: rows.map(({ name }) => name),
    schoolId: (side) => String(who[`O${side}`].school),
    readable: (role) => readableTables(fixture, role),
    close: async () => {
      await gateway.close();
      await worker.close();
      await world.close();
    },
  };
}

async function readableTables({ world }: CanaryWorld, role: string): Promise<string> {
  const columns = await world.sql<{ t: string; c: string }>(
    `select distinct on (c.relname) c.relname as t, a.attname as c from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and has_column_privilege($1, c.oid, a.attnum, 'SELECT') and not c.relname = any ($2) order by 1`,
    [role, publicClasses],
  );
  const counts = columns.map(({ t, c }) => `(select count(${c}) from app.${t})`);
  return `select (${counts.length === 0 ? '0' : counts.join(' + ')})::int as n`;
}
