import type { Contact, Identity, Unfinished } from '@guichet/domain/application/application';
import { type Kysely, sql } from 'kysely';

/** The acting candidate as they read themselves. */
export interface CandidateRow {
  readonly id: string;
  readonly identity: Unfinished<Identity> | null;
  readonly contact: Unfinished<Contact> | null;
}

/** The acting candidate. */
export async function readCandidate(db: Kysely<unknown>, id: string): Promise<CandidateRow | null> {
  const { rows } = await sql<CandidateRow>`select c.id, c.identity, c.contact from app.candidate c where c.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}
