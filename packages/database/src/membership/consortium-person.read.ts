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
