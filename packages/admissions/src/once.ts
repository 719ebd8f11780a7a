import { createHash } from 'node:crypto';
import type { Work } from '@guichet/database/session/work';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { sql } from 'kysely';

/** What the key of an act is compared with. */
export interface Act {
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
  /** The ids it answers once done, where they are known before: they are written with the key then, and not after it. */
  readonly done?: Readonly<Record<string, string>>;
}

/** A key that cannot be answered: used with another input, or its first call is still running. The gateway knows the code. */
export class KeyRefused extends Error {
  override readonly name = 'Refusal';
  readonly code: 'IDEMPOTENCY_KEY_REUSED' | 'IDEMPOTENCY_KEY_IN_USE';
  constructor(code: KeyRefused['code']) {
    super(code);
    this.code = code;
  }
}

/** What a use-case answers: ids of what it changed, now or when its key was first used, or every objection at once. */
export type Outcome<R> =
  | { readonly done: Readonly<Record<string, string>>; readonly isRepeated?: true }
  | { readonly refused: readonly R[] };

/** Whether the act was done just now: what follows it follows once, however often it is answered. */
export const isDoneNow = (outcome: Outcome<unknown>): boolean => 'done' in outcome && outcome.isRepeated !== true;

/** What an act comes to: its outcome, and what of it is on its way to the database and need not be waited for alone. */
type Performed<R> = Outcome<R> & { readonly settling?: Promise<unknown> };

/**
 * Does an act once for a principal, hat and key: repeated, it answers the stored ids. A refusal changes nothing and is not
 * stored. While the first call still runs, the second waits on the unique key, up to the lock time.
 */
export async function once<R>(work: Work, act: Act, perform: () => Promise<Performed<R>>): Promise<Outcome<R>> {
  const inputDigest = createHash('sha256').update(canonicalJson(act.input)).digest('hex');
  const identity = { principal: work.hat.principal ?? null, hat: hatOf(work), key: act.key };
  const saving = sql`savepoint act`.execute(work.db);
  const claiming = sql`
    insert into app.idempotency (principal_id, hat, key, operation, input_digest, at, outcome)
    values (${identity.principal}, ${identity.hat}, ${identity.key}, ${act.operation}, ${inputDigest}, ${work.asOf.toString()},
      ${act.done === undefined ? null : JSON.stringify(act.done)}::jsonb)
    on conflict do nothing`
    .execute(work.db)
    .catch(stillRunning);
  const [, { numAffectedRows }] = await Promise.all([saving, claiming]);
  if (numAffectedRows === 0n) return stored(work, act, inputDigest);
  const outcome = await perform();
  if ('refused' in outcome) {
    await sql`rollback to savepoint act`.execute(work.db);
    return outcome;
  }
  const { done, settling } = outcome;
  // Ids known before stand with the key already.
  const keeping = act.done
    ? null
    : sql`
    update app.idempotency set outcome = ${JSON.stringify(done)}::jsonb
    where principal_id = ${identity.principal} and hat = ${identity.hat} and key = ${identity.key}`.execute(work.db);
  await Promise.all([settling, keeping]);
  return { done };
}

/** The lock time passed while the first call held the key. */
function stillRunning(error: unknown): never {
  if ((error as { code?: string }).code === '55P03') throw new KeyRefused('IDEMPOTENCY_KEY_IN_USE');
  throw error;
}

/** A key belongs to one hat: the same person in two schools has two. */
const hatOf = ({ hat }: Work) => [hat.kind, hat.school ?? hat.candidate ?? ''].join(':');

async function stored<R>(work: Work, act: Act, inputDigest: string): Promise<Outcome<R>> {
  const { rows } = await sql<{ operation: string; input_digest: string; outcome: Record<string, string> | null }>`
    select operation, input_digest, outcome from app.idempotency
    where principal_id = ${work.hat.principal ?? null} and hat = ${hatOf(work)} and key = ${act.key}`.execute(work.db);
  const [row] = rows;
  if (!row?.outcome || row.operation !== act.operation || row.input_digest !== inputDigest)
    throw new KeyRefused('IDEMPOTENCY_KEY_REUSED');
  return { done: row.outcome, isRepeated: true };
}
