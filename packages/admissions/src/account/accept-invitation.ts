import type { Work } from '@guichet/database/session/work';
import { DriverException } from '@mikro-orm/core';
import { sql } from 'kysely';

/**
 * Accepts the invitation whose link digest this work presents, in the name of the signed-in account. The effect makes the
 * membership or the right only if the link stands, is not used, and was sent to this account's own verified address.
 */
export async function acceptInvitation({ db, hat, asOf }: Work): Promise<'JOINED' | 'REFUSED'> {
  const { rows } = await sql<{ id: string }>`
    select id from app.invitation union all select id from app.consortium_invitation limit 1`.execute(db);
  const [invitation] = rows;
  if (!invitation) return 'REFUSED';
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

const isRefusal = (error: unknown) => {
  const code = error instanceof DriverException ? error.code : (error as { code?: string }).code;
  return code === 'AD001' || code === '23505';
};
