import { type CanaryWorld, type PersonName, type StaffName, schoolOf, sideOf, staffNames, systemNames } from './canary-world.ts';

/** A digest of each table's rows that are no business of a principal: another school's, another candidate's, or everybody's. */
export async function foreignRows({ world, people }: CanaryWorld, name: PersonName): Promise<Readonly<Record<string, string>>> {
  const tenants = await world.sql<{ t: string; columns: string[] }>(
    `select c.relname as t, array_agg(a.attname::text) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by 1 order by 1`,
  );
  const isStaff = [...staffNames, ...systemNames].includes(name as StaffName);
  const own = isStaff
    ? `select id from app.school where slug = '${schoolOf[sideOf(name as StaffName)]}'`
    : `select id from app.candidate where account_id = '${people[name].accountId || crypto.randomUUID()}'`;
  const column = isStaff ? 'school_id' : 'candidate_id';
  const others: readonly string[] = nobodysBut[isStaff ? 'schools' : sideless(name)];
  const digests: Record<string, string> = {};
  for (const { t, columns } of tenants) {
    if (changesForEverybody.includes(t)) continue;
    if (!columns.includes(column) && !others.includes(t)) continue;
    const where = columns.includes(column) ? `where ${column} not in (${own})` : '';
    const [row] = await world.sql<{ digest: string }>(
      `select coalesce(md5(string_agg(md5(x::text), '' order by md5(x::text))), '') as digest from app.${t} x ${where}`,
    );
    digests[t] = row?.digest ?? '';
  }
  return digests;
}

/** Tables without the column that are all others' to each side; schools and campaigns are the consortium's to change. */
const nobodysBut = {
  schools: ['candidate', 'campaign', 'campaign_member'],
  consortium: ['candidate', 'membership'],
  candidates: ['school', 'campaign', 'membership'],
} as const satisfies Record<string, readonly string[]>;

/** Where an act of anybody adds a line of their own. */
const changesForEverybody = ['idempotency', 'outbox', 'audit_person', 'person'];

const sideless = (name: PersonName) => (name === 'OP' ? 'consortium' : 'candidates');
