import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { ChainJudge, type FoundLink, type LinkFault } from './judged-links.ts';
import type { Link, TrailEntry } from './link.ts';
import { ofPersons, ofSchools, sealedAt, type Trail } from './trail.sql.ts';

/** The newest link of a chain; kept elsewhere, it shows later that nothing was cut off. */
export interface ChainHead {
  /** The school's id; null for acts that belong to no school. */
  readonly schoolId: string | null;
  readonly number: number;
  readonly digest: string;
}

export interface TrailFault extends LinkFault {
  readonly schoolId: string | null;
}

export interface VerifiedTrail {
  readonly entries: number;
  readonly heads: readonly ChainHead[];
  readonly faults: readonly TrailFault[];
}

/** Reads every chain again under the sealer's own role and names whatever is not as it was sealed, with heads kept elsewhere or without. */
export async function verifyTrail(binding: Binding, kept: readonly ChainHead[] = []): Promise<VerifiedTrail> {
  const heads: ChainHead[] = [];
  const faults: TrailFault[] = [];
  for (const schoolId of await chains(binding, kept)) {
    const judge = await judged(binding, schoolId, kept);
    if (judge.head.number > 0) heads.push({ schoolId, ...judge.head });
    faults.push(...judge.faults.map((fault) => ({ schoolId, ...fault })));
  }
  return { entries: heads.reduce((sum, { number }) => sum + number, 0), heads, faults };
}

const asSealer = systemHat('app_sealer');

/** Every school with an entry, a link or a head, and the chain of acts that belong to none. */
async function chains(binding: Binding, kept: readonly ChainHead[]): Promise<readonly (string | null)[]> {
  const { rows } = await inWork(binding, asSealer, ({ db }) =>
    sql<{ id: string }>`select school_id as id from app.audit union select school_id from app.audit_chain order by 1`.execute(db),
  );
  // A chain that is gone whole is known by its head alone.
  return [...new Set([...rows.map(({ id }) => id), ...kept.map(({ schoolId }) => schoolId), null])];
}

const piece = 5000;

async function judged(binding: Binding, schoolId: string | null, kept: readonly ChainHead[]): Promise<ChainJudge> {
  const judge = new ChainJudge();
  const wanted = kept.filter((head) => head.schoolId === schoolId);
  await inWork(binding, asSealer, async (work) => {
    for (let links = await linksAfter(work, schoolId, 0); links.length > 0; ) {
      for (const link of links) {
        judge.take(link);
        for (const { number, digest } of wanted)
          if (number === link.number && digest !== link.digest) judge.faults.push({ ...named(link), kind: 'REWRITTEN' });
      }
      links = links.length < piece ? [] : await linksAfter(work, schoolId, judge.head.number);
    }
    judge.end();
    for (const { number } of wanted)
      if (number > judge.head.number) judge.faults.push({ kind: 'CUT', number: judge.head.number + 1, auditId: null });
    for (const auditId of await unsealed(work, schoolId)) judge.faults.push({ kind: 'UNSEALED', number: null, auditId });
  });
  return judge;
}

const named = ({ number, auditId }: Link) => ({ number, auditId });

type Read = TrailEntry & Omit<Link, 'sealedAt'> & { readonly found: string | null; readonly linkedAt: string };

async function linksAfter({ db }: Work, schoolId: string | null, after: number): Promise<readonly FoundLink[]> {
  const { entries, links, tie, columns } = trailOf(schoolId);
  const { rows } = await sql<Read>`
    select c.number, c.audit_id as "auditId", c.digest, ${sealedAt} as "linkedAt", a.id as found, ${columns}
    from ${links} left join ${entries} on ${tie}
    where ${schoolId === null ? sql`true` : sql`c.school_id = ${schoolId}`} and c.number > ${after} order by c.number limit ${piece}`.execute(
    db,
  );
  return rows.map(({ number, auditId, digest, linkedAt, found, ...entry }) => ({
    number,
    auditId,
    digest,
    sealedAt: linkedAt,
    entry: found === null ? null : entry,
  }));
}

/** Entries a minute old without a link: nothing seals, or somebody wrote where nothing looks. */
async function unsealed({ db, asOf }: Work, schoolId: string | null): Promise<readonly string[]> {
  const { entries, links, tie } = trailOf(schoolId);
  const { rows } = await sql<{ id: string }>`
    select a.id from ${entries} where ${schoolId === null ? sql`true` : sql`a.school_id = ${schoolId}`}
      and a.at < ${asOf.subtract({ minutes: 1 }).toString()} and not exists (select from ${links} where ${tie})
    order by a.at, a.id limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}

const trailOf = (schoolId: string | null): Trail => (schoolId === null ? ofPersons : ofSchools);
