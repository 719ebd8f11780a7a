import { type Kysely, sql } from 'kysely';

/** Somebody who administers the consortium, now or once: what they did stays theirs. */
export interface ConsortiumPersonRow {
  readonly id: string;
  readonly displayName: string;
}

/** Administrators of the consortium by the ids of their rights. */
export async function readConsortiumPeople(db: Kysely<unknown>, ids: readonly string[]): Promise<ConsortiumPersonRow[]> {
  const { rows } = await sql<ConsortiumPersonRow>`select r.id, r.display_name as "displayName" from app.consortium_right r
    where r.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

/** Who administers the consortium now, by name. */
export async function readAdministrators(db: Kysely<unknown>): Promise<ConsortiumPersonRow[]> {
  const { rows } = await sql<ConsortiumPersonRow>`select r.id, r.display_name as "displayName" from app.consortium_right r
    where r.ended_at is null order by r.display_name collate "fr-x-icu", r.id`.execute(db);
  return rows;
}

/** One who holds the right or held it, with the account behind it: for ending sessions, never for showing. */
export async function readFormerAdministrator(
  db: Kysely<unknown>,
  id: string,
): Promise<(ConsortiumPersonRow & { readonly accountId: string }) | null> {
  const { rows } = await sql<ConsortiumPersonRow & { readonly accountId: string }>`
    select r.id, r.display_name as "displayName", r.account_id as "accountId" from app.consortium_right r where r.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}
