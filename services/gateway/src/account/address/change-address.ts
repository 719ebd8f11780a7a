import { createHash, randomBytes } from 'node:crypto';
import { linkSeconds } from '@guichet/database/account/auth-links';
import { type AccountParts, addressOf, localeOf, notBefore, queueMail } from '../account-parts.ts';
import { notTheirs, type ProvenPassword, provePassword, stillProven } from '../password/prove-password.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import type { Session } from '../session-of.ts';
import { voidAddressChange } from './void-address-change.ts';

const digestOf = (token: string) => createHash('sha256').update(token).digest();

/** Mails a link to the address an account is to have; the same answer where somebody else has it. It counts once the link was used. */
export async function askForAddress(
  parts: AccountParts,
  session: Session,
  given: { email: string; password: string; address: string },
): Promise<void> {
  const email = addressOf(given.email);
  const proven = await provePassword(parts, session, given);
  await parts.attempts.mail(email, given.address);
  await notBefore(parts.floorMs, () => offer(parts, proven, { recipient: email, locale: session.locale }));
}

interface Offer {
  readonly recipient: string;
  readonly locale: Session['locale'];
}

async function offer(parts: AccountParts, { accountId, hash }: ProvenPassword, { recipient, locale }: Offer): Promise<void> {
  const taken = await parts.pool.query<{ locale: string; isVerified: boolean }>({
    text: 'select locale, email_verified as "isVerified" from auth."user" where email = $1',
    values: [recipient],
  });
  const [holder] = taken.rows;
  if (holder) {
    // As where nobody has it: the link asked for before is worth no more, or it would tell the two apart.
    await voidAddressChange(parts, accountId);
    if (holder.isVerified) await queueMail(parts, { recipient, kind: 'ADDRESS_EXISTS', locale: localeOf(holder), token: null });
    return;
  }
  const token = randomBytes(32).toString('base64url');
  const text = `insert into auth.address_change (user_id, digest, email, expires_at)
    select $1, $3, $4, auth.clock() + make_interval(secs => $5) from ${stillProven} proven
    on conflict (user_id) do update set digest = excluded.digest, email = excluded.email, expires_at = excluded.expires_at`;
  const { rowCount } = await parts.pool.query({
    text,
    values: [accountId, hash, digestOf(token), recipient, linkSeconds.CONFIRM_ADDRESS],
  });
  if (rowCount === 0) throw notTheirs();
  await queueMail(parts, { recipient, kind: 'CONFIRM_ADDRESS', locale, token });
}

// One statement, so that the address never changes while a session or a link to the former one lives on.
const change = `with taken as (delete from auth.address_change where digest = $1 and expires_at > auth.clock() returning user_id, email),
    changed as (update auth."user" u set email = t.email, updated_at = auth.clock() from taken t where u.id = t.user_id returning u.id),
    ended as (delete from auth.session s using taken t where s.user_id = t.user_id),
    voided as (delete from auth.verification v using taken t where v.value = t.user_id::text)
  select u.id as "accountId", u.email as former, u.locale, t.email from taken t join auth."user" u on u.id = t.user_id
    join changed c on c.id = u.id`;

interface Changed {
  readonly accountId: string;
  readonly former: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

/** Gives the account the address a link was mailed to, once. Every session ends, and the former address is told. */
export async function confirmAddress(parts: AccountParts, token: string, address: string): Promise<void> {
  await parts.attempts.link(address);
  const [changed] = await parts.pool
    .query<Changed>({ text: change, values: [digestOf(token)] })
    .then(({ rows }) => rows, refuseTaken);
  if (!changed) throw new AccountRefusal('LINK_REFUSED');
  const { former, locale } = changed;
  await queueMail(parts, { recipient: former, kind: 'ADDRESS_CHANGED', locale, token: null });
  await parts.onVerified(changed);
}

/** Somebody else took the address meanwhile. */
function refuseTaken(error: unknown): never {
  if ((error as { code?: string }).code === '23505') throw new AccountRefusal('LINK_REFUSED');
  throw error;
}
