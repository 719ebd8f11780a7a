import { inviteMember } from '@guichet/admissions/membership/invite-member';
import { removeMember } from '@guichet/admissions/membership/remove-member';
import { revokeInvitation } from '@guichet/admissions/membership/revoke-invitation';
import { setFunctions } from '@guichet/admissions/membership/set-functions';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { changedMember, invitedBy, revokedIn, writtenInvitation } from './membership-answers.ts';
import { InviteMemberInput, RemoveMemberInput, RevokeInvitationInput, SetFunctionsInput } from './membership-inputs.type.ts';
import {
  type InvitationAnswer,
  invitationPayload,
  type MembershipAnswer,
  membershipPayload,
} from './membership-payloads.type.ts';

const InviteMemberPayload = invitationPayload('InviteMember');
const RevokeInvitationPayload = invitationPayload('RevokeInvitation');
const SetFunctionsPayload = membershipPayload('SetFunctions');
const RemoveMemberPayload = membershipPayload('RemoveMember');

@Resolver()
export class MembershipActsResolver {
  @Mutation(() => InviteMemberPayload, {
    description: 'Mails a link of one use, good for 14 days; an earlier one to the same address ends (inviter).',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Who, as what.' }) input: InviteMemberInput,
    @Ctx() context: Context,
  ): Promise<InvitationAnswer> {
    const { functions } = input;
    return writtenInvitation(context, inviteMember(await context.work(), { ...invitedBy(input), functions }));
  }

  @Mutation(() => RevokeInvitationPayload, {
    description: 'Withdraws an invitation; its link ends at once (retirer une invitation).',
  })
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' }) input: RevokeInvitationInput,
    @Ctx() context: Context,
  ): Promise<InvitationAnswer> {
    return writtenInvitation(context, revokeInvitation(await context.work(), revokedIn(input)));
  }

  @Mutation(() => SetFunctionsPayload, {
    description:
      'Says what a member may do, from the next request on; their sessions end (fonctions). The last administrator stays one.',
  })
  async setFunctions(
    @Arg('input', () => SetFunctionsInput, { description: 'Who, as what.' }) input: SetFunctionsInput,
    @Ctx() context: Context,
  ): Promise<MembershipAnswer> {
    const membershipId = requiredId('Membership', input.membershipId);
    return changedMember(context, setFunctions(await context.work(), { ...input, membershipId }));
  }

  @Mutation(() => RemoveMemberPayload, {
    description:
      'Ends a membership, one’s own too, from the next request on (retirer une personne). The last administrator stays.',
  })
  async removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Who.' }) input: RemoveMemberInput,
    @Ctx() context: Context,
  ): Promise<MembershipAnswer> {
    const membershipId = requiredId('Membership', input.membershipId);
    return changedMember(context, removeMember(await context.work(), { ...input, membershipId }));
  }
}
