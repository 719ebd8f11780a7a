import type { AccountParts } from '../account-parts.ts';
import { isSessionAlive, type Session } from '../session-of.ts';

/** What ending sessions comes to: done, also when asked again under the same key; nothing of the person's own; or a key of another act. */
export type Ending = 'ENDED' | 'NOT_FOUND' | 'KEY_REUSED';

/** The devices a person is signed in on, theirs alone. */
export interface LoginSessions {
  /** The last used first; those whose limits have passed are no more. */
  aliveOf(session: Session, isStaff: boolean): Promise<readonly Session[]>;
  /** Ends one; of another person it is not found. */
  endOne(session: Session, wanted: { sessionId: string; key: string }): Promise<Ending>;
  /** Ends all but the one that asks. */
  endOthers(session: Session, key: string): Promise<Ending>;
}

// The key is remembered in the statement that ends: what was asked once is neither done twice nor forgotten.
const noting = `noted as (insert into auth.session_ending (user_id, key, session_id) select $1, $2, $3
    where $3::uuid is null or exists (select from auth.session where id = $3 and user_id = $1) on conflict do nothing returning session_id)`;
const endOne = `with ${noting} delete from auth.session where user_id = $1 and id in (select session_id from noted)`;
const endOthers = `with ${noting} delete from auth.session where user_id = $1 and id <> $4 and exists (select from noted)`;
const asked = `select session_id is not distinct from $3::uuid as "isSame" from auth.session_ending where user_id = $1 and key = $2`;

/** Read and ended as `auth_svc`, beside the request's own transaction: an ended session is over whatever becomes of the request. */
export function createLoginSessions({ pool, sessions }: Pick<AccountParts, 'pool' | 'sessions'>): LoginSessions {
  const answer = async (values: readonly unknown[]): Promise<Ending> => {
    const { rows } = await pool.query<{ isSame: boolean }>({ text: asked, values: values.slice(0, 3) });
    if (!rows[0]) return 'NOT_FOUND';
    return rows[0].isSame ? 'ENDED' : 'KEY_REUSED';
  };
  return {
    async aliveOf({ accountId, times }, isStaff) {
      return (await sessions.allOf(accountId)).filter((each) => isSessionAlive(each, { isStaff, asOf: times.readAt }));
    },
    async endOne({ accountId }, { sessionId, key }) {
      const values = [accountId, key, sessionId];
      await pool.query({ text: endOne, values });
      return answer(values);
    },
    async endOthers({ accountId, sessionId }, key) {
      await pool.query({ text: endOthers, values: [accountId, key, null, sessionId] });
      return answer([accountId, key, null]);
    },
  };
}
