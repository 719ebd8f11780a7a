import { codeAt } from '@guichet/gateway/account/second-factor/time-code';
import { type AccountDesk, goodPassword } from '../account-desk.ts';

/** What a person holds beside the password. */
export interface Telephone {
  readonly cookie: string;
  readonly base32: string;
  readonly backupCodes: readonly string[];
  /** The code of this moment, or of so many half minutes before or after it. */
  code(steps?: number): Promise<string>;
}

/** The database's clock, which judges codes. */
export async function clockOf(desk: AccountDesk): Promise<Temporal.Instant> {
  const [row] = await desk.asOwner(`select to_char(auth.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`);
  return Temporal.Instant.from(String(row?.at));
}

/** Never at the edge of a half minute, where a code grows old between two requests. */
export async function awayFromTheEdge(desk: AccountDesk): Promise<void> {
  const left = 30_000 - ((await clockOf(desk)).epochMilliseconds % 30_000);
  if (left < 5000) await new Promise((resolve) => setTimeout(resolve, left + 100));
}

/** An account with a second factor, set up through the doors; its first code was that of the half minute before, so that the present one is unused. */
export async function withFactor(desk: AccountDesk, email: string): Promise<Telephone> {
  await desk.open(email);
  const cookie = await desk.signIn(email);
  const offered = await desk.post('/auth/second-factor/offer', { password: goodPassword }, { cookie });
  const base32 = String(offered.json.base32);
  const code = async (steps = 0) => codeAt(base32, (await clockOf(desk)).add({ seconds: 30 * steps }));
  await awayFromTheEdge(desk);
  const confirmed = await desk.post('/auth/second-factor/confirm', { code: await code(-1) }, { cookie });
  const backupCodes = confirmed.json.backupCodes as readonly string[];
  return { cookie: confirmed.cookie ?? `refused with ${confirmed.text}`, base32, backupCodes, code };
}

/** The password alone: the cookie of a sign-in that waits for a code. */
export async function begin(desk: AccountDesk, email: string): Promise<string> {
  const answer = await desk.post('/auth/sign-in/email', { email, password: goodPassword });
  if (answer.json.secondFactor !== 'CODE') throw new Error(`No code was asked for: ${answer.text}`);
  return answer.cookie ?? '';
}
