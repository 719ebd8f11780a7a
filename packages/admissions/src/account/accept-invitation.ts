import type { Work } from '@guichet/database/session/work';
import { DriverException } from '@mikro-orm/core';
import { sql } from 'kysely';
import { lockPeople } from '../membership/lock-people.ts';
import { invitationDays } from './invite.ts';

/**
 * Accepts the invitation whose link digest this work presents, in the name of the signed-in account. The effect makes the
 * membership or the right only if the link stands, is not used, and was sent to this account's own verified address. Whoever is
 * removed at the same moment takes turns with it, and does not come back by a link that was waiting.
 */
export async function acceptInvitation(work: Work): Promise<'JOINED' | 'REFUSED'> {
  const { db, hat, asOf } = work;
  const { rows } = await sql<{ id: string; schoolId: string | null }>`
    select id, school_id as "schoolId" from app.invitation
    union all select id, null from app.consortium_invitation limit 1`.execute(db);
  const [invitation] = rows;
  if (!invitation) return 'REFUSED';
  const { schoolId } = invitation;
  await lockPeople(work, schoolId === null ? 'CONSORTIUM' : { schoolId });
  if (schoolId === null && (await isOvertaken(work))) return 'REFUSED';
  await sql`savepoint acceptance`.execute(db);
  try {
    await sql`insert into app.invitation_acceptance (invitation_id, account_id, at)
      values (${invitation.id}, ${hat.principal}, ${asOf.toString()})`.execute(db);
    return 'JOINED';
  } catch (error) {
    // AD001: the effect found nothing to accept; 23505: accepted at the same moment by another request.
    if (!isRefusal(error)) throw error;
    await sql`rollback to savepoint acceptance`.execute(db);
    return 'REFUSED';
  }
}

/** Whether the consortium's right of this account ended after the invitation was sent; at a school the database itself asks. */
async function isOvertaken({ db, hat }: Work): Promise<boolean> {
  const { rows } =
    await sql`select from app.consortium_invitation i join app.consortium_right r on r.account_id = ${hat.principal}
    where r.ended_at > i.expires_at - ${24 * invitationDays} * interval '1 hour' limit 1`.execute(db);
  return rows.length > 0;
}

const isRefusal = (error: unknown) => {
  const code = error instanceof DriverException ? error.code : (error as { code?: string }).code;
  return code === 'AD001' || code === '23505';
};
