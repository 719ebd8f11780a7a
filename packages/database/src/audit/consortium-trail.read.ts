import { type Kysely, sql } from 'kysely';
import { type TrailPage, trailPage } from './trail-filter.ts';

/** One act of the consortium, or of the platform in its name. */
export interface ConsortiumActRow {
  readonly id: string;
  readonly act: string;
  readonly objectId: string | null;
  readonly at: Temporal.Instant;
  /** What a dossier was read for; null for ordinary writes. */
  readonly purpose: string | null;
  /** Null for the platform itself. */
  readonly actor: { readonly id: string; readonly displayName: string } | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

export type WhichActs = { readonly ids: readonly string[] } | TrailPage;

/** The consortium's own acts, by id or a page of them, newest first. */
export async function readConsortiumTrail(db: Kysely<unknown>, which: WhichActs): Promise<ConsortiumActRow[]> {
  const { rows } = await sql<Omit<ConsortiumActRow, 'at'>>`
    select p.id, p.act, p.object_id as "objectId", p.purpose, p.at::text as key,
      case when r.id is null then null else json_build_object('id', r.id, 'displayName', r.display_name) end as actor
    from (select a.id, a.act, a.object_id, a.at, a.purpose, a.principal_id from app.audit_person a ${selection(which)}) p
    left join app.consortium_right r on r.account_id = p.principal_id order by p.at desc, p.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.key) }));
}

function selection(which: WhichActs) {
  return 'ids' in which ? sql`where a.id = any(${which.ids}::uuid[])` : sql`where ${trailPage(which, byAdministrators)}`;
}

const byAdministrators = (ids: readonly string[]) =>
  sql`a.principal_id = any(array(select r.account_id from app.consortium_right r where r.id = any(${ids}::uuid[])))`;
