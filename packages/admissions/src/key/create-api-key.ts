import type { Work } from '@guichet/database/session/work';
import { type ApiScope, scopesOnce } from '@guichet/domain/key/api-scope';
import { expiryOf, faultsOfNewKey, type KeyFault, type WantedKey } from '@guichet/domain/key/key-life';
import type { KeyKind } from '@guichet/domain/key/key-words';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { takeTurns } from '../take-turns.ts';
import { newSecret } from './key-secret.ts';

export interface CreateApiKeyInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Null: after the usual days. */
  readonly expiresAt: Temporal.Instant | null;
}

/** What an act on a key answers, and its words: only the call that made them holds them, a repetition does not. */
export interface KeyOutcome<R> {
  readonly outcome: Outcome<R>;
  readonly secret: string | null;
}

/** Makes a key for the acting school's own systems. */
export async function createApiKey(
  work: Work,
  { idempotencyKey: key, name, scopes, expiresAt }: CreateApiKeyInput,
  kind: KeyKind,
): Promise<KeyOutcome<KeyFault>> {
  let secret: string | null = null;
  const input = { name, scopes, expiresAt: expiresAt?.toString() ?? null };
  const outcome = await once(work, { operation: 'createApiKey', key, input }, async () => {
    const wanted = { name: normalText(name), scopes: scopesOnce(scopes), expiresAt: expiryOf(expiresAt, work.asOf) };
    const refused = faultsOfNewKey(wanted, { standing: await standingKeys(work), asOf: work.asOf });
    if (refused.length > 0) return { refused };
    const apiKeyId = await write(work, wanted);
    secret = await newSecret(work, apiKeyId, kind);
    return { done: { apiKeyId } };
  });
  return { outcome, secret };
}

async function standingKeys(work: Work): Promise<number> {
  const { db, hat, asOf } = work;
  await takeTurns(work, `keys ${hat.school}`);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.api_key
    where school_id = ${hat.school} and revoked_at is null and expires_at > ${asOf.toString()}`.execute(db);
  return rows[0]?.n ?? 0;
}

async function write(work: Work, { name, scopes, expiresAt }: WantedKey): Promise<string> {
  const { db, hat, asOf } = work;
  const id = crypto.randomUUID();
  await sql`insert into app.api_key (school_id, id, name, scopes, maker_id, at, expires_at)
    values (${hat.school}, ${id}, ${name}, ${[...scopes]}, ${hat.principal}, ${asOf.toString()}, ${expiresAt.toString()})`.execute(
    db,
  );
  await traceSchool(work, 'KEY_CREATED', id);
  return id;
}
