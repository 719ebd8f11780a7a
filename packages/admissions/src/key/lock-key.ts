import type { Work } from '@guichet/database/session/work';
import type { KeyLife } from '@guichet/domain/key/key-life';
import { sql } from 'kysely';

/** A key of the acting school, its row held until the act is done: of two who rotate at once, the second finds another version. */
export async function lockKey({ db, hat }: Work, id: string): Promise<(KeyLife & { readonly version: number }) | null> {
  const { rows } = await sql<{ version: number; expiresAt: string; revokedAt: string | null }>`
    select version, expires_at::text as "expiresAt", revoked_at::text as "revokedAt" from app.api_key
    where school_id = ${hat.school} and id = ${id} for no key update`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return {
    version: row.version,
    expiresAt: Temporal.Instant.from(row.expiresAt),
    revokedAt: row.revokedAt === null ? null : Temporal.Instant.from(row.revokedAt),
  };
}
