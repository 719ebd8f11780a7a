import { type Wearable, wearableHats } from '@guichet/admissions/account/choose-hat';
import { type Hats, isStaff } from '@guichet/admissions/account/hats-of';
import { readHasReturnedMail } from '@guichet/database/mail/mail-delivery.read';
import type { Session } from '../account/session-of.ts';
import { encodeId } from '../connection/node-id.ts';
import { unauthenticated } from '../errors/refused.ts';
import type { Context } from '../principal/request-context.ts';
import type { AccountType, LoginSessionType } from './account.type.ts';

/** The session and hats of whoever is signed in; nobody is told to. */
export function signedIn({ asking }: Context): { readonly session: Session; readonly hats: Hats } {
  const { session, hats, missing } = asking;
  if (!session || !hats) throw unauthenticated(missing);
  return { session, hats };
}

/** The account of whoever is signed in. */
export function accountOf(context: Context): Omit<AccountType, 'hasReturnedMail'> {
  const { session, hats } = signedIn(context);
  const { email, locale, hasSecondFactor } = session;
  return {
    email,
    locale,
    hasSecondFactor,
    hats: wearableHats(hats).map(hatOf),
    memberships: hats.memberships as never,
  };
}

/** Whether the last mail to whoever is signed in came back, says a report. */
export function hasReturnedMail(context: Context): Promise<boolean> {
  const { accountId } = signedIn(context).session;
  return readHasReturnedMail(context.asPerson(accountId).db, accountId);
}

/** A hat as it may be chosen. */
export const hatOf = (hat: Wearable) =>
  hat.kind === 'SCHOOL'
    ? { value: encodeId('Membership', hat.membership.id), kind: hat.kind, membership: hat.membership as never }
    : { value: hat.kind.toLowerCase(), kind: hat.kind, membership: null };

/** The devices of whoever is signed in: their own, whatever the hat. */
export async function loginSessionsOf(context: Context): Promise<readonly LoginSessionType[]> {
  const { session, hats } = signedIn(context);
  const alive = await context.loginSessions.aliveOf(session, isStaff(hats));
  return alive.map(({ sessionId, device, times }) => {
    const [createdAt, lastUsedAt] = [instantOf(times.createdAt), instantOf(times.lastUsedAt)];
    return { id: encodeId('LoginSession', sessionId), device, createdAt, lastUsedAt, isCurrent: sessionId === session.sessionId };
  });
}

const instantOf = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds));
