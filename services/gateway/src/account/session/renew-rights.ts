import { createHash } from 'node:crypto';
import { hatsOf } from '@guichet/admissions/account/hats-of';
import { takeInvitation } from '@guichet/admissions/membership/take-invitation';
import { isDoneNow } from '@guichet/admissions/once';
import { personHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../../errors/refused.ts';
import type { RightsDoor } from '../../principal/rights-door.ts';
import type { Accounts } from '../accounts.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import type { Session } from '../session-of.ts';
import { onceItStands } from './once-it-stands.ts';

/** The door of one request; a new session's cookie goes out with its answer. */
export const rightsDoor =
  ({ binding, accounts }: { binding: Binding; accounts: Accounts }) =>
  ({ ip }: FastifyRequest, reply: FastifyReply): RightsDoor => {
    // As which the session that asked goes on, once something of this request has renewed it.
    let renewedAs: Session | null = null;
    const renewOwn = async (asking: Session) => {
      const session = renewedAs ?? asking;
      const renewed = await accounts.sessions.renew(session);
      if (renewed === null) return;
      renewedAs = { ...session, sessionId: renewed.sessionId };
      void reply.removeHeader('set-cookie').header('set-cookie', accounts.cookie.setting(renewed.token));
    };
    const changed: RightsDoor['changed'] = async (accountId, asking) => {
      const isOwn = asking?.accountId === accountId;
      await onceItStands(accounts.log, () => (isOwn ? renewOwn(asking) : accounts.sessions.endAllOf(accountId)));
    };
    return {
      async accept(session, { token, idempotencyKey }) {
        await accounts.countLink(ip).catch(throttled);
        const { accountId } = session;
        const digest = createHash('sha256').update(token).digest('hex');
        const outcome = await inWork(binding, personHat(accountId, digest), (work) => takeInvitation(work, idempotencyKey));
        // Its own transaction has ended: it stands, whatever becomes of the document around it.
        if (isDoneNow(outcome)) await changed(accountId, session);
        return { outcome, hats: await inWork(binding, personHat(accountId), hatsOf) };
      },
      changed,
    };
  };

function throttled(error: unknown): never {
  if (!(error instanceof AccountRefusal) || error.code !== 'THROTTLED') throw error;
  throw new Refused('THROTTLED', error.retryAfter === null ? {} : { retryAfter: error.retryAfter });
}
