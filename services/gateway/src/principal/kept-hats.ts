import { type Hats, hatsOf } from '@guichet/admissions/account/hats-of';
import { personHat } from '@guichet/database/session/hat';
import { readingAs } from '@guichet/database/session/reading';
import type { Binding } from '@guichet/database/session/work';
import type { Session } from '../account/session-of.ts';

type Stamped = Pick<Session, 'accountId' | 'sessionId' | 'stamp'>;

const mostKept = 10_000;

/**
 * The hats of a session's account: read, or those read before while the stamp beside the session is still the same. The stamp is looked up
 * on every request and changes in the transaction that changes the hats, so a right taken away is gone with that transaction's end, at
 * every gateway. What was read is never older than the stamp it is kept under: the stamp was looked up first. See decision 0043.
 */
export function keptHats(binding: Binding): (session: Stamped) => Promise<Hats> {
  const kept = new Map<string, { readonly stamp: string; readonly hats: Hats }>();
  return async ({ accountId, sessionId, stamp }) => {
    const known = kept.get(sessionId);
    if (known !== undefined && known.stamp === stamp) return known.hats;
    const hats = await hatsOf(readingAs(binding, personHat(accountId)));
    kept.delete(sessionId);
    if (stamp !== null) kept.set(sessionId, { stamp, hats });
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    return hats;
  };
}
