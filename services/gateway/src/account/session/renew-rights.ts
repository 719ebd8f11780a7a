import { createHash } from 'node:crypto';
import { hatsOf } from '@guichet/admissions/account/hats-of';
import { takeInvitation } from '@guichet/admissions/membership/take-invitation';
import { personHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../../errors/refused.ts';
import type { RightsDoor } from '../../principal/rights-door.ts';
import type { Accounts } from '../accounts.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import type { Session } from '../session-of.ts';

/** The door of one request; a new session's cookie goes out with its answer. */
export const rightsDoor =
  ({ binding, accounts }: { binding: Binding; accounts: Accounts }) =>
  ({ ip }: FastifyRequest, reply: FastifyReply): RightsDoor => {
    const renewOwn = async (session: Session) =>
      void reply.header('set-cookie', accounts.cookie.setting(await accounts.renewSession(session)));
    return {
      async accept(session, { token, idempotencyKey }) {
        await accounts.countLink(ip).catch(throttled);
        const { accountId } = session;
        const digest = createHash('sha256').update(token).digest('hex');
        const outcome = await inWork(binding, personHat(accountId, digest), (work) => takeInvitation(work, idempotencyKey));
        if ('done' in outcome) await renewOwn(session);
        return { outcome, hats: await inWork(binding, personHat(accountId), hatsOf) };
      },
      renew: (accountId, asking) => (asking?.accountId === accountId ? renewOwn(asking) : accounts.sessions.endAllOf(accountId)),
    };
  };

function throttled(error: unknown): never {
  if (!(error instanceof AccountRefusal) || error.code !== 'THROTTLED') throw error;
  throw new Refused('THROTTLED', error.retryAfter === null ? {} : { retryAfter: error.retryAfter });
}
