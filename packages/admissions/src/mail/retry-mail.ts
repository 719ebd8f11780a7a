import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface RetryMailInput {
  readonly mailId: string;
  readonly idempotencyKey: string;
}

/** Why a mail is not tried again: it is on its way, or its link is gone and must be asked for anew. */
export type RetryObjection = { readonly reason: 'NOT_IN_THIS_STATE' | 'LINK_IS_GONE'; readonly path: readonly string[] };

interface Mail {
  readonly state: string;
  readonly source: string;
  readonly kind: string;
}

/** Asks for a given-up mail to be tried again (renvoyer); the relay does it, for the consortium reads no outbox and no address. */
export const retryMail = (work: Work, { idempotencyKey: key, mailId }: RetryMailInput): Promise<Outcome<RetryObjection>> =>
  once<RetryObjection>(work, { operation: 'retryMail', key, input: { mailId } }, async () => {
    const { rows } = await sql<Mail>`select state, source, kind from app.mail_delivery where id = ${mailId}`.execute(work.db);
    const [mail] = rows;
    if (!mail) throw new NotFound();
    // A link of one use is erased once its mail is given up: whoever wanted it asks again.
    if (mail.source === 'ACCOUNT' || mail.kind === 'INVITATION')
      return { refused: [{ reason: 'LINK_IS_GONE', path: ['mailId'] }] };
    if (mail.state !== 'GIVEN_UP') return { refused: [{ reason: 'NOT_IN_THIS_STATE', path: ['mailId'] }] };
    await sql`update app.mail_delivery set retry_asked_at = ${work.asOf.toString()} where id = ${mailId}`.execute(work.db);
    await tracePerson(work, 'MAIL_RETRIED', mailId);
    return { done: { mailId } };
  });
