import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { isAlone } from '../clock/alone.ts';
import { beforeFirst, digestOf, type Link, type TrailEntry } from './link.ts';
import { ofPersons, ofSchools, type Trail } from './trail.sql.ts';

const batch = 1000;
/** Entries are sought among the newest; once in a while among all, for what was written with an older instant. */
const [newest, whole] = [{ minutes: 15 }, { minutes: 10 }] as const;

/** Seals what is not sealed yet, oldest first, one worker at a time, and says how many entries that were; asked again and again. */
export function trailSealer(binding: Binding): () => Promise<number> {
  let nextWhole: Temporal.Instant | null = null;
  return () =>
    inWork(binding, systemHat('app_sealer'), async (work) => {
      if (!(await isAlone(work, 'seal-trail'))) return 0;
      const isWhole = nextWhole === null || Temporal.Instant.compare(work.asOf, nextWhole) >= 0;
      const since = isWhole ? null : work.asOf.subtract(newest);
      const sealed = (await seal(work, ofSchools, since)) + (await seal(work, ofPersons, since));
      if (isWhole && sealed < batch) nextWhole = work.asOf.add(whole);
      return sealed;
    });
}

async function seal(work: Work, trail: Trail, since: Temporal.Instant | null): Promise<number> {
  const entries = await unsealed(work, trail, since);
  if (entries.length === 0) return 0;
  const links: (Link & { readonly schoolId: string | null })[] = [];
  for (const [schoolId, own] of Map.groupBy(entries, (entry) => entry.schoolId))
    links.push(...continued(await headOf(work, schoolId), own, work.asOf).map((link) => ({ ...link, schoolId })));
  await write(work, trail, links);
  return links.length;
}

async function unsealed({ db }: Work, { entries, links, tie, columns }: Trail, since: Temporal.Instant | null) {
  const among = since === null ? sql`` : sql`a.at > ${since.toString()} and`;
  const { rows } = await sql<TrailEntry>`
    select ${columns} from ${entries} where ${among} not exists (select from ${links} where ${tie})
    order by a.at, a.id limit ${batch}`.execute(db);
  return rows;
}

type Head = Pick<Link, 'number' | 'digest'>;

async function headOf({ db }: Work, schoolId: string | null): Promise<Head> {
  const chain = schoolId === null ? sql`app.audit_person_chain` : sql`app.audit_chain where school_id = ${schoolId}`;
  const { rows } = await sql<Head>`select number, digest from ${chain} order by number desc limit 1`.execute(db);
  return rows[0] ?? { number: 0, digest: beforeFirst };
}

/** The links that follow a head. */
export function continued(head: Head, entries: readonly TrailEntry[], asOf: Temporal.Instant): readonly Link[] {
  const sealedAt = asOf.toString({ smallestUnit: 'microsecond' });
  let { number, digest } = head;
  return entries.map((entry) => {
    number += 1;
    digest = digestOf(digest, { number, sealedAt }, entry);
    return { number, auditId: entry.id, sealedAt, digest };
  });
}

async function write({ db }: Work, trail: Trail, links: readonly object[]) {
  const source = sql`json_to_recordset(${JSON.stringify(links)}::json)
    as r ("schoolId" uuid, number int, "auditId" uuid, "sealedAt" timestamptz, digest text)`;
  if (trail === ofSchools)
    await sql`insert into app.audit_chain (school_id, number, audit_id, sealed_at, digest)
      select r."schoolId", r.number, r."auditId", r."sealedAt", r.digest from ${source}`.execute(db);
  else
    await sql`insert into app.audit_person_chain (number, audit_id, sealed_at, digest)
      select r.number, r."auditId", r."sealedAt", r.digest from ${source}`.execute(db);
}
