import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockKey } from './lock-key.ts';

export interface RevokeApiKeyInput {
  readonly idempotencyKey: string;
  readonly apiKeyId: string;
}

/** Ends a key for good, all its secrets with it, from the next request on; whoever asks, whatever changed meanwhile. */
export const revokeApiKey = (work: Work, { idempotencyKey: key, apiKeyId }: RevokeApiKeyInput): Promise<Outcome<never>> =>
  once(work, { operation: 'revokeApiKey', key, input: { apiKeyId } }, async () => {
    const found = await lockKey(work, apiKeyId);
    if (!found) throw new NotFound();
    if (found.revokedAt === null) {
      await sql`update app.api_key set revoked_at = ${work.asOf.toString()}, version = version + 1
        where school_id = ${work.hat.school} and id = ${apiKeyId}`.execute(work.db);
      await traceSchool(work, 'KEY_REVOKED', apiKeyId);
    }
    return { done: { apiKeyId } };
  });
