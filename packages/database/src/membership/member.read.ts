import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { type Kysely, sql } from 'kysely';

/** Somebody who works for a school. */
export interface MemberRow {
  readonly id: string;
  readonly schoolId: string;
  readonly displayName: string;
  readonly functions: readonly SchoolFunction[];
  readonly version: number;
}

/** Who works for a school now, by name; or some of them by id. */
export async function readMembers(db: Kysely<unknown>, schoolId: string, ids?: readonly string[]): Promise<MemberRow[]> {
  const some = ids ? sql`and m.id = any(${ids}::uuid[])` : sql``;
  const { rows } = await sql<MemberRow>`
    select m.id, m.school_id as "schoolId", m.display_name as "displayName", m.functions, m.version from app.membership m
    where m.school_id = ${schoolId} and m.ended_at is null ${some} order by m.display_name collate "fr-x-icu", m.id`.execute(db);
  return rows;
}

/** Somebody's membership, ended or not, with the account behind it: for ending sessions, never for showing. */
export interface MemberAt extends MemberRow {
  readonly accountId: string;
  readonly endedAt: Temporal.Instant | null;
}

/** One membership of a school, ended or not. */
export async function readMemberAt(db: Kysely<unknown>, schoolId: string, id: string): Promise<MemberAt | null> {
  const { rows } = await sql<Omit<MemberAt, 'endedAt'> & { endedAt: string | null }>`
    select m.id, m.school_id as "schoolId", m.display_name as "displayName", m.functions, m.version, m.account_id as "accountId",
      m.ended_at::text as "endedAt" from app.membership m where m.school_id = ${schoolId} and m.id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { ...row, endedAt: row.endedAt === null ? null : Temporal.Instant.from(row.endedAt) } : null;
}
