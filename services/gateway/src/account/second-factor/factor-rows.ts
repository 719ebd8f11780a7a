import { backupDigest, openFactor, sealFactor } from '@guichet/database/account/factor-secret';
import type { Pool } from 'pg';
import { plainBackupCode } from './backup-code.ts';

/** Whose rows, and what opens them. */
export interface FactorPlace {
  readonly pool: Pool;
  readonly secret: string;
}

/** A factor as it is set up, with the database's clock, which codes are judged by. */
export interface Factor {
  readonly bytes: Buffer;
  /** As it is stored: sealed anew, even the same secret is another. */
  readonly sealed: Buffer;
  readonly isConfirmed: boolean;
  readonly readAt: Temporal.Instant;
}

/** What an account has set up or begun to. */
export async function factorOf({ pool, secret }: FactorPlace, accountId: string): Promise<Factor | null> {
  const text = `select sealed_secret as sealed, confirmed_at is not null as "isConfirmed",
    to_char(auth.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "readAt" from auth.second_factor where user_id = $1`;
  const { rows } = await pool.query<{ sealed: Buffer; isConfirmed: boolean; readAt: string }>({ text, values: [accountId] });
  const [row] = rows;
  if (!row) return null;
  const bytes = openFactor(secret, accountId, row.sealed);
  return { bytes, sealed: row.sealed, isConfirmed: row.isConfirmed, readAt: Temporal.Instant.from(row.readAt) };
}

/** Begins or begins again; false where a factor stands already. */
export async function writeFactor({ pool, secret }: FactorPlace, accountId: string, bytes: Buffer): Promise<boolean> {
  const text = `insert into auth.second_factor as f (user_id, sealed_secret) values ($1, $2)
    on conflict (user_id) do update set sealed_secret = excluded.sealed_secret where f.confirmed_at is null`;
  const { rowCount } = await pool.query({ text, values: [accountId, sealFactor(secret, accountId, bytes)] });
  return rowCount === 1;
}

const digests = ({ secret }: FactorPlace, accountId: string, codes: readonly string[]) =>
  codes.map((code) => backupDigest(secret, accountId, plainBackupCode(code) ?? ''));

/** What a code was right for: the factor it was compared with, and the half minute it stands for. */
export interface RightCode {
  readonly factor: Factor;
  readonly step: number;
}

/**
 * Makes a factor count, with its backup codes, once: the code that proved it opens nothing more. Another one offered meanwhile, in a
 * second window, was proven by nobody.
 */
export async function confirmFactor(
  place: FactorPlace,
  accountId: string,
  { factor, step, codes }: RightCode & { readonly codes: readonly string[] },
): Promise<boolean> {
  const text = `with confirmed as (
      update auth.second_factor set confirmed_at = auth.clock(), last_step = $2
      where user_id = $1 and confirmed_at is null and sealed_secret = $4 returning user_id)
    insert into auth.backup_code (user_id, digest) select user_id, unnest($3::bytea[]) from confirmed`;
  const { rowCount } = await place.pool.query({
    text,
    values: [accountId, step, digests(place, accountId, codes), factor.sealed],
  });
  return rowCount === codes.length;
}

/** A time code opens once, and by the factor it is of: only a later half minute than the last one taken counts. */
export async function spendStep({ pool }: FactorPlace, accountId: string, { factor, step }: RightCode): Promise<boolean> {
  const text = `update auth.second_factor set last_step = $2
    where user_id = $1 and confirmed_at is not null and last_step < $2 and sealed_secret = $3`;
  return (await pool.query({ text, values: [accountId, step, factor.sealed] })).rowCount === 1;
}

/** A backup code opens once: whoever deletes it had it. */
export async function spendBackupCode(place: FactorPlace, accountId: string, code: string): Promise<boolean> {
  const text = 'delete from auth.backup_code where user_id = $1 and digest = $2';
  return (await place.pool.query({ text, values: [accountId, backupDigest(place.secret, accountId, code)] })).rowCount === 1;
}

/** New backup codes in place of all former ones. */
export async function replaceBackupCodes(place: FactorPlace, accountId: string, codes: readonly string[]): Promise<void> {
  const text = `with gone as (delete from auth.backup_code where user_id = $1)
    insert into auth.backup_code (user_id, digest) select $1, unnest($2::bytea[])`;
  await place.pool.query({ text, values: [accountId, digests(place, accountId, codes)] });
}

export async function backupCodesLeft({ pool }: FactorPlace, accountId: string): Promise<number> {
  const text = 'select count(*)::int as n from auth.backup_code where user_id = $1';
  return (await pool.query<{ n: number }>({ text, values: [accountId] })).rows[0]?.n ?? 0;
}

/** Takes the factor away with its backup codes. */
export async function deleteFactor({ pool }: FactorPlace, accountId: string): Promise<void> {
  await pool.query({ text: 'delete from auth.second_factor where user_id = $1', values: [accountId] });
}
