import { readReceipt } from '@guichet/database/outbox/receipt.read';
import { candidateHat, personHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { OutgoingMail } from '../mail/mailer.ts';
import { breakGlassText } from './break-glass-mail.ts';
import { invitationMail } from './invitation-mail.ts';
import { NotWritable } from './not-writable.ts';
import { receiptMail } from './receipt-mail.ts';
import { type MailText, writtenMail } from './written-mail.ts';

/** A waiting row: what is to be told to whom, as ids. */
export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly recipientId: string;
  readonly payload: { readonly snapshotId?: string; readonly schoolId?: string; readonly breakGlassId?: string };
  /** The token of a link of one use, encrypted; null for every mail that bears none. */
  readonly sealedLink: Buffer | null;
}

interface Recipient {
  readonly accountId: string;
  readonly candidateId: string | null;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

/** Writes a mail with its recipient's own rights: address under the person's role, facts under the candidate's, nobody else's. */
export async function mailFor(binding: Binding, told: Told, url: string): Promise<OutgoingMail> {
  if (told.kind === 'INVITATION') return invitationMail(binding, told, url);
  const recipient = await recipientOf(binding, told.recipientId);
  const text = await textFor(binding, { told, recipient, url });
  return writtenMail({ id: told.id, to: recipient.email, locale: recipient.locale }, text);
}

async function recipientOf(binding: Binding, accountId: string): Promise<Recipient> {
  const { rows } = await inWork(binding, personHat(accountId), ({ db }) =>
    sql<Omit<Recipient, 'accountId'>>`
      select p.email, p.locale, (select c.id from app.candidate c) as "candidateId" from app.person p`.execute(db),
  );
  const [row] = rows;
  if (!row) throw new NotWritable('NO_ADDRESS');
  return { accountId, ...row };
}

interface Writing {
  readonly told: Told;
  readonly recipient: Recipient;
  readonly url: string;
}

async function textFor(binding: Binding, { told, recipient, url }: Writing): Promise<MailText> {
  const aboutBreakGlass = await breakGlassText(binding, told, { recipient, url });
  if (aboutBreakGlass !== null) return aboutBreakGlass;
  if (told.kind !== 'APPLICATION_RECEIPT') throw new NotWritable('UNKNOWN_KIND');
  const { accountId, candidateId, locale } = recipient;
  const { snapshotId } = told.payload;
  const receipt =
    candidateId === null || snapshotId === undefined
      ? null
      : await inWork(binding, candidateHat(accountId, candidateId), ({ db }) => readReceipt(db, snapshotId));
  if (!receipt) throw new NotWritable('NO_SUCH_SUBMISSION');
  return receiptMail(receipt, locale, url);
}
