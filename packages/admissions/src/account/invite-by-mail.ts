import { sealLink } from '@guichet/database/outbox/sealed-link';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { type Invited, invite, type WrittenInvitation } from './invite.ts';

/** Invites somebody and queues the mail in the same transaction; the token waits there encrypted, and is erased once sent. */
export async function inviteByMail(work: Work, invited: Invited): Promise<WrittenInvitation> {
  const written = await invite(work, invited);
  const id = crypto.randomUUID();
  const at = work.asOf.toString();
  await sql`
    insert into app.outbox (id, principal_id, kind, recipient_id, payload, sealed_link, at, next_try_at, tries)
    values (${id}, ${work.hat.principal}, 'INVITATION', ${written.id}, '{}'::jsonb, ${sealLink(work.linkKey, written.token, id)}, ${at}, ${at}, 0)`.execute(
    work.db,
  );
  return written;
}
