import { type InvitationRow, readConsortiumInvitations, readInvitations } from '@guichet/database/membership/invitation.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { tracePerson, traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockPeople } from './lock-people.ts';

export interface RevokeInvitationInput {
  readonly invitationId: string;
  readonly idempotencyKey: string;
}

/** An invitation that was used, or is withdrawn already, cannot be withdrawn. */
export interface RevokingObjection {
  readonly reason: 'NOT_IN_THIS_STATE';
  readonly path: readonly string[];
}

/** Withdraws an invitation of the acting school; its link ends at once. */
export const revokeInvitation = (work: Work, { idempotencyKey: key, invitationId }: RevokeInvitationInput) =>
  once<RevokingObjection>(work, { operation: 'revokeInvitation', key, input: { invitationId } }, async () => {
    const schoolId = work.hat.school ?? '';
    await lockPeople(work, { schoolId });
    const [invitation] = await readInvitations(work.db, { schoolId, ids: [invitationId] });
    const outcome = revoking(invitation);
    if ('refused' in outcome) return outcome;
    const { numAffectedRows } = await sql`update app.invitation set ended_at = ${work.asOf.toString()}
      where school_id = ${schoolId} and id = ${invitationId} and accepted_at is null and ended_at is null`.execute(work.db);
    if (numAffectedRows === 0n) return used;
    await traceSchool(work, 'INVITATION_REVOKED', invitationId);
    return outcome;
  });

/** Withdraws an invitation the consortium sent, to its own right or to a school. */
export const revokeAdministratorInvitation = (work: Work, { idempotencyKey: key, invitationId }: RevokeInvitationInput) =>
  once<RevokingObjection>(work, { operation: 'revokeAdministratorInvitation', key, input: { invitationId } }, async () => {
    const [invitation] = await readConsortiumInvitations(work.db, { ids: [invitationId] });
    const outcome = revoking(invitation);
    if ('refused' in outcome) return outcome;
    const table = invitation?.schoolId ? sql`app.invitation` : sql`app.consortium_invitation`;
    const { numAffectedRows } = await sql`update ${table} set ended_at = ${work.asOf.toString()}
      where id = ${invitationId} and accepted_at is null and ended_at is null`.execute(work.db);
    if (numAffectedRows === 0n) return used;
    await tracePerson(work, 'INVITATION_REVOKED', invitationId);
    return outcome;
  });

const used: Outcome<RevokingObjection> = { refused: [{ reason: 'NOT_IN_THIS_STATE', path: ['invitationId'] }] };

function revoking(invitation: InvitationRow | undefined): Outcome<RevokingObjection> {
  if (!invitation) throw new NotFound();
  return invitation.acceptedAt || invitation.endedAt ? used : { done: { invitationId: invitation.id } };
}
