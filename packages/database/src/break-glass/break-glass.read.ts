import { type Kysely, type RawBuilder, sql } from 'kysely';

/** A break-glass as the administrator who began it reads it. */
export interface BreakGlassRow {
  readonly id: string;
  readonly schoolId: string;
  readonly reference: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

/** The same as the school reads it: who, why and when. */
export interface ConsortiumReadingRow extends Omit<BreakGlassRow, 'reference'> {
  readonly candidacyId: string;
  readonly by: string;
}

/** A page of a list from its newest. */
export interface NewestFirst {
  readonly after: { readonly key: string | null; readonly id: string } | null;
  readonly limit: number;
}

type Instants = 'at' | 'endsAt' | 'endedAt';
type Stored<Row extends BreakGlassRow | ConsortiumReadingRow> = Omit<Row, Instants> & {
  readonly endsAt: string;
  readonly endedAt: string | null;
};

const times = sql`b.at::text as key, b.ends_at::text as "endsAt", b.ended_at::text as "endedAt"`;

/** One's own break-glasses, by id or a page of them, newest first. */
export async function readBreakGlasses(
  db: Kysely<unknown>,
  which: NewestFirst | { readonly ids: readonly string[] },
): Promise<BreakGlassRow[]> {
  const page = 'ids' in which ? sql`where b.id = any(${which.ids}::uuid[])` : pageOf(which, sql`true`);
  const { rows } = await sql<Stored<BreakGlassRow>>`
    select b.id, b.school_id as "schoolId", b.reference, b.reason, ${times} from app.break_glass b ${page}`.execute(db);
  return rows.map(shaped<BreakGlassRow>);
}

/** A page of what administrators of the consortium read of a school, newest first. */
export async function readConsortiumReadings(
  db: Kysely<unknown>,
  schoolId: string,
  page: NewestFirst,
): Promise<ConsortiumReadingRow[]> {
  const { rows } = await sql<Stored<ConsortiumReadingRow>>`
    select b.id, b.school_id as "schoolId", b.candidacy_id as "candidacyId", b.display_name as by, b.reason, ${times}
    from app.break_glass b ${pageOf(page, sql`b.school_id = ${schoolId}`)}`.execute(db);
  return rows.map(shaped<ConsortiumReadingRow>);
}

function pageOf({ after, limit }: NewestFirst, rows: RawBuilder<unknown>) {
  const beyond = after ? sql`and (b.at, b.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql`where ${rows} ${beyond} order by b.at desc, b.id desc limit ${limit}`;
}

function shaped<Row extends BreakGlassRow | ConsortiumReadingRow>({ endsAt, endedAt, ...row }: Stored<Row>): Row {
  const at = Temporal.Instant.from((row as { key: string }).key);
  const ends = Temporal.Instant.from(endsAt);
  return { ...row, at, endsAt: ends, endedAt: endedAt === null ? null : Temporal.Instant.from(endedAt) } as unknown as Row;
}
