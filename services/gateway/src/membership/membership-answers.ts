import type { MemberObjection } from '@guichet/admissions/membership/change-member';
import type { LastAdministrator } from '@guichet/admissions/membership/remove-administrator';
import type { RevokingObjection } from '@guichet/admissions/membership/revoke-invitation';
import { isDoneNow, type Outcome } from '@guichet/admissions/once';
import { readFormerAdministrator } from '@guichet/database/membership/consortium-person.read';
import { readMemberAt } from '@guichet/database/membership/member.read';
import type { PeopleFault } from '@guichet/domain/account/people';
import { notFound } from '../errors/refused.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { invitationById } from './invitation.loaders.ts';
import type { InvitedInput } from './membership-inputs.type.ts';
import type { AdministratorAnswer, InvitationAnswer, MembershipAnswer } from './membership-payloads.type.ts';

/** Whom an input invites; its mail is in French unless told otherwise. */
export const invitedBy = ({ email, displayName, locale, idempotencyKey }: InvitedInput) => ({
  email,
  displayName,
  locale: locale ?? ('fr' as const),
  idempotencyKey,
});

/** Which invitation an input withdraws. */
export const revokedIn = ({ invitationId, idempotencyKey }: { invitationId: string; idempotencyKey: string }) => ({
  invitationId: requiredId('Invitation', invitationId),
  idempotencyKey,
});

/** The payload of an act on an invitation, which is read anew. */
export async function writtenInvitation(
  context: Context,
  outcome: Promise<Outcome<PeopleFault | RevokingObjection>>,
): Promise<InvitationAnswer> {
  const read = ({ invitationId = '' }: Readonly<Record<string, string>>) => invitationById(context).load(invitationId);
  const { changed, userErrors } = await payloadOf(await outcome, context, read);
  return { invitation: changed, userErrors };
}

/** The payload of an act on a membership, which is read anew; the sessions of whoever holds it end with what it was. */
export async function changedMember(context: Context, outcome: Promise<Outcome<MemberObjection>>): Promise<MembershipAnswer> {
  const settled = await outcome;
  const { changed, userErrors } = await payloadOf(settled, context, async ({ membershipId = '' }) => {
    const { db, hat } = await context.reading();
    const member = await readMemberAt(db, hat.school ?? '', membershipId);
    if (!member) throw notFound();
    if (isDoneNow(settled)) context.rightsChanged(member.accountId);
    return member;
  });
  return { membership: changed, userErrors };
}

/** The payload of an administrator's leaving; their sessions end with the right. */
export async function removedAdministrator(
  context: Context,
  outcome: Promise<Outcome<LastAdministrator>>,
): Promise<AdministratorAnswer> {
  const settled = await outcome;
  const { changed, userErrors } = await payloadOf(settled, context, async ({ administratorId = '' }) => {
    const former = await readFormerAdministrator((await context.reading()).db, administratorId);
    if (!former) throw notFound();
    if (isDoneNow(settled)) context.rightsChanged(former.accountId);
    return former;
  });
  return { administrator: changed, userErrors };
}
