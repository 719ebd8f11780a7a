import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { endOfOldSecret, faultsOfExpiry, type KeyFault, stands } from '@guichet/domain/key/key-life';
import type { KeyKind } from '@guichet/domain/key/key-words';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { once } from '../once.ts';
import type { KeyOutcome } from './create-api-key.ts';
import { newSecret } from './key-secret.ts';
import { lockKey } from './lock-key.ts';

export interface RotateApiKeyInput {
  readonly idempotencyKey: string;
  readonly apiKeyId: string;
  readonly expectedVersion: number;
  /** Null: the key ends when it would have. */
  readonly expiresAt: Temporal.Instant | null;
}

export type RotateApiKeyObjection =
  | KeyFault
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'KEY_ENDED' };

/** Gives a key new words; the old ones answer for 24 hours more, so that no system stops while they are exchanged. */
export async function rotateApiKey(
  work: Work,
  { idempotencyKey: key, ...given }: RotateApiKeyInput,
  kind: KeyKind,
): Promise<KeyOutcome<RotateApiKeyObjection>> {
  let secret: string | null = null;
  const input = { ...given, expiresAt: given.expiresAt?.toString() ?? null };
  const outcome = await once<RotateApiKeyObjection>(work, { operation: 'rotateApiKey', key, input }, async () => {
    const found = await lockKey(work, given.apiKeyId);
    if (!found) throw new NotFound();
    if (!stands(found, work.asOf)) return { refused: [{ reason: 'KEY_ENDED' }] };
    if (found.version !== given.expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: found.version }] };
    const refused = given.expiresAt === null ? [] : faultsOfExpiry(given.expiresAt, work.asOf);
    if (refused.length > 0) return { refused };
    const ends = [found.expiresAt, given.expiresAt ?? found.expiresAt];
    await exchange(work, given.apiKeyId, { oldEnd: endOfOldSecret(ends, work.asOf), expiresAt: given.expiresAt });
    secret = await newSecret(work, given.apiKeyId, kind);
    return { done: { apiKeyId: given.apiKeyId } };
  });
  return { outcome, secret };
}

/** A secret already on its way out keeps its own end: rotated twice in a day, the one in use still has its 24 hours. */
async function exchange(
  work: Work,
  keyId: string,
  { oldEnd, expiresAt }: { readonly oldEnd: Temporal.Instant; readonly expiresAt: Temporal.Instant | null },
): Promise<void> {
  const { db, hat } = work;
  await sql`update app.api_key_secret set ends_at = ${oldEnd.toString()}
    where school_id = ${hat.school} and key_id = ${keyId} and ends_at is null`.execute(db);
  await sql`update app.api_key set version = version + 1, expires_at = coalesce(${expiresAt?.toString() ?? null}::timestamptz, expires_at)
    where school_id = ${hat.school} and id = ${keyId}`.execute(db);
  await traceSchool(work, 'KEY_ROTATED', keyId);
}
