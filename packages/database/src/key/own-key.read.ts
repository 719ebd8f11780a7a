import type { ApiScope } from '@guichet/domain/key/api-scope';
import { type Kysely, sql } from 'kysely';

/** What a key reads of itself: its scopes, and until when it stands. */
export interface OwnKey {
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
}

/** The key that acts; null when there is none of this id in the acting school. */
export async function readOwnKey(db: Kysely<unknown>, keyId: string): Promise<OwnKey | null> {
  const { rows } = await sql<{ scopes: ApiScope[]; expiresAt: string; revokedAt: string | null }>`
    select scopes, expires_at::text as "expiresAt", revoked_at::text as "revokedAt" from app.api_key where id = ${keyId}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return null;
  const revokedAt = row.revokedAt === null ? null : Temporal.Instant.from(row.revokedAt);
  return { scopes: row.scopes, expiresAt: Temporal.Instant.from(row.expiresAt), revokedAt };
}
