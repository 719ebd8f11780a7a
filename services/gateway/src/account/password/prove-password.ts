import type { AccountParts } from '../account-parts.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import type { Session } from '../session-of.ts';

/**
 * A password that was right when it was asked for. To find that out takes a tenth of a second, in which its account may be given another: what
 * it was asked for is then no longer its holder's to do. So whatever follows a proof is held to the hash that was proven.
 */
export interface ProvenPassword {
  readonly accountId: string;
  readonly hash: string;
}

/** Refuses a password that is not the account's, or no longer. */
export const notTheirs = () => new AccountRefusal('INVALID_CREDENTIALS', { about: 'PASSWORD' });

type Pooled = Pick<AccountParts, 'pool'>;

/** Asks whoever is signed in for the password again: one evaluation, counted before it happens. */
export async function provePassword(
  parts: AccountParts,
  { accountId, email }: Session,
  given: { password: string; address: string },
): Promise<ProvenPassword> {
  const { internalAdapter, password } = await (await parts.library()).$context;
  const attempt = await parts.attempts.password(email, given.address);
  const hash = (await internalAdapter.findCredentialAccount(accountId))?.password ?? '';
  if (!(await password.verify({ hash, password: given.password }))) throw notTheirs();
  await attempt.forgive();
  return { accountId, hash };
}

/** The hash behind an address before its password is evaluated; the library does not tell which one it compared. */
export async function hashBehind({ pool }: Pooled, email: string): Promise<string> {
  const text = `select a.password from auth.account a join auth."user" u on u.id = a.user_id
    where u.email = $1 and a.provider_id = 'credential'`;
  const { rows } = await pool.query<{ password: string | null }>({ text, values: [email] });
  return rows[0]?.password ?? '';
}

/** As a condition on whatever else is written: $1 the account, $2 the hash. Whoever sets another password waits until it is written. */
export const stillProven = `(select from auth.account where user_id = $1 and provider_id = 'credential' and password = $2 for share)`;

/** Gives the account another password, unless somebody else did meanwhile. */
export async function replacePassword({ pool }: Pooled, { accountId, hash }: ProvenPassword, next: string): Promise<void> {
  const text = `update auth.account set password = $3, updated_at = auth.clock()
    where user_id = $1 and provider_id = 'credential' and password = $2`;
  const { rowCount } = await pool.query({ text, values: [accountId, hash, next] });
  if (rowCount === 0) throw notTheirs();
}

/**
 * Ends a session that was opened by a password which is no longer the account's. Asked once the session stands: a new password is set
 * first and ends sessions afterwards, so that whatever is not seen here is seen there.
 */
export async function holdToPassword({ pool }: Pooled, token: string, hash: string): Promise<void> {
  const text = `delete from auth.session s where token = $1
    and not exists (select from auth.account a where a.user_id = s.user_id and a.provider_id = 'credential' and a.password = $2)`;
  const { rowCount } = await pool.query({ text, values: [token, hash] });
  if (rowCount === 1) throw new AccountRefusal('INVALID_CREDENTIALS');
}
