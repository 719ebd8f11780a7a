import { createHash } from 'node:crypto';
import { type Hats, hatsOf } from '@guichet/admissions/account/hats-of';
import { type InvitationRefused, takeInvitation } from '@guichet/admissions/membership/take-invitation';
import type { Outcome } from '@guichet/admissions/once';
import { personHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../account/accounts.ts';
import { AccountRefusal } from '../account/refusal/refusal.ts';
import type { Session } from '../account/session-of.ts';
import { Refused } from '../errors/refused.ts';

/** What came of an invitation shown by its link, and the hats its holder has from now on. */
export interface Accepted {
  readonly outcome: Outcome<InvitationRefused>;
  readonly hats: Hats;
}

/** What a change of rights does beside the request's own transaction. */
export interface RightsDoor {
  /** Takes an invitation for whoever is signed in, whatever their hat; attempts are counted by network, as on the page of the link. */
  accept(session: Session, given: { readonly token: string; readonly idempotencyKey: string }): Promise<Accepted>;
  /** Ends the sessions of somebody whose rights changed; whoever changed their own goes on under a new one. */
  renew(accountId: string, asking: Session | null): Promise<void>;
}

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
