import { type Kysely, sql } from 'kysely';
import { type TrailPage, trailPage } from './trail-filter.ts';

/** One act in a school's own trail; the actor is null when the candidate acted, and when a key did. */
export interface SchoolActRow {
  readonly id: string;
  readonly act: string;
  readonly objectId: string | null;
  readonly at: Temporal.Instant;
  readonly purpose: string | null;
  readonly actor: { readonly id: string; readonly displayName: string } | null;
  readonly keyId: string | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

/** A page of one school's trail, newest first, in one statement. */
export async function readSchoolTrail(db: Kysely<unknown>, schoolId: string, page: TrailPage): Promise<SchoolActRow[]> {
  const accounts = (ids: readonly string[]) => sql`a.actor_id = any(array(
    select m.account_id from app.membership m where m.school_id = ${schoolId} and m.id = any(${ids}::uuid[])
    union all select k.id from app.api_key k where k.school_id = ${schoolId} and k.id = any(${ids}::uuid[])))`;
  const { rows } = await sql<Omit<SchoolActRow, 'at'>>`
    select p.id, p.act, k.id as "keyId", p.object_id as "objectId", p.purpose, p.at::text as key,
      case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as actor
    from (select a.id, a.act, a.object_id, a.purpose, a.at, a.actor_id from app.audit a
      where a.school_id = ${schoolId} and ${trailPage(page, accounts)}) p
    left join app.membership m on m.school_id = ${schoolId} and m.account_id = p.actor_id
    left join app.api_key k on k.school_id = ${schoolId} and k.id = p.actor_id order by p.at desc, p.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}
