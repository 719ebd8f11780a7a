import { type Kysely, sql } from 'kysely';
import type { Stretch } from './queue.ts';

/** One line of a school's trail; the actor's name is null when the candidate acted. */
export interface HistoryRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly act: string;
  readonly at: Temporal.Instant;
  readonly actor: { readonly id: string; readonly displayName: string } | null;
  /** The key that acted; null when a person or the candidate did. */
  readonly keyId: string | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

/** The same stretch of the trail of several candidacies, oldest first, in one statement. */
export async function readHistories(
  db: Kysely<unknown>,
  { schoolId, candidacyIds }: { readonly schoolId: string; readonly candidacyIds: readonly string[] },
  { beyond, isBackward, limit }: Stretch,
): Promise<HistoryRow[]> {
  const direction = isBackward ? sql`desc` : sql`asc`;
  const from = beyond
    ? sql`and (a.at, a.id) ${isBackward ? sql`<` : sql`>`} (${beyond.key}::timestamptz, ${beyond.id}::uuid)`
    : sql``;
  const { rows } = await sql<Omit<HistoryRow, 'at'>>`
    select h.id, c.id as "candidacyId", k.id as "keyId", h.act, h.at::text as key,
      case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as actor
    from unnest(${candidacyIds}::uuid[]) c (id)
    cross join lateral (select a.id, a.act, a.at, a.actor_id from app.audit a
      where a.school_id = ${schoolId} and a.object_id = c.id ${from} order by a.at ${direction}, a.id ${direction} limit ${limit}) h
    left join app.membership m on m.school_id = ${schoolId} and m.account_id = h.actor_id
    left join app.api_key k on k.school_id = ${schoolId} and k.id = h.actor_id
    order by h.at ${direction}, h.id ${direction}`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}

/** Lines of a school's trail by id, whatever they are about. */
export async function readAuditEntries(db: Kysely<unknown>, schoolId: string, ids: readonly string[]) {
  const { rows } = await sql<
    Omit<HistoryRow, 'at' | 'candidacyId'> & { readonly objectId: string | null; readonly purpose: string | null }
  >`
    select a.id, a.act, k.id as "keyId", a.object_id as "objectId", a.purpose, a.at::text as key,
      case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as actor
    from app.audit a left join app.membership m on m.school_id = a.school_id and m.account_id = a.actor_id
    left join app.api_key k on k.school_id = a.school_id and k.id = a.actor_id
    where a.school_id = ${schoolId} and a.id = any(${ids}::uuid[])`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}
