import { inviteAdministrator } from '@guichet/admissions/membership/invite-administrator';
import { inviteSchoolAdmin } from '@guichet/admissions/membership/invite-school-admin';
import { removeAdministrator } from '@guichet/admissions/membership/remove-administrator';
import { revokeAdministratorInvitation } from '@guichet/admissions/membership/revoke-invitation';
import { type ConsortiumPersonRow, readAdministrators } from '@guichet/database/membership/consortium-person.read';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { AdministratorType, RemoveAdministratorPayload } from './administrator.type.ts';
import { invitationsOf } from './invitation.loaders.ts';
import { InvitationConnection } from './invitation.type.ts';
import { invitedBy, removedAdministrator, revokedIn, writtenInvitation } from './membership-answers.ts';
import {
  InviteAdministratorInput,
  InviteSchoolAdminInput,
  RemoveAdministratorInput,
  RevokeAdministratorInvitationInput,
} from './membership-inputs.type.ts';
import { type AdministratorAnswer, type InvitationAnswer, invitationPayload } from './membership-payloads.type.ts';
import { PersonType } from './person.type.ts';

const InviteAdministratorPayload = invitationPayload('InviteAdministrator');
const InviteSchoolAdminPayload = invitationPayload('InviteSchoolAdmin');
const RevokeAdministratorInvitationPayload = invitationPayload('RevokeAdministratorInvitation');

@Resolver(() => ConsortiumDeskType)
export class AdministratorsResolver {
  @FieldResolver(() => [AdministratorType], { description: 'Who administers the consortium, by name (administrateurs).' })
  async administrators(@Ctx() context: Context) {
    return readAdministrators((await context.reading()).db);
  }

  @FieldResolver(() => InvitationConnection, {
    description: 'Whom the consortium invited, to itself and to schools, newest first (invitations).',
  })
  invitations(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    return invitationsOf(context, given);
  }

  @Mutation(() => InviteSchoolAdminPayload, {
    description:
      'Mails a school’s administrator a link of one use, good for 14 days; an earlier one of ours to that address ends.',
  })
  async inviteSchoolAdmin(
    @Arg('input', () => InviteSchoolAdminInput, { description: 'Who, where.' }) input: InviteSchoolAdminInput,
    @Ctx() context: Context,
  ): Promise<InvitationAnswer> {
    const schoolId = requiredId('School', input.schoolId);
    return writtenInvitation(context, inviteSchoolAdmin(await context.work(), { ...invitedBy(input), schoolId }));
  }

  @Mutation(() => InviteAdministratorPayload, {
    description: 'Mails a future administrator of the consortium a link of one use, good for 14 days.',
  })
  async inviteAdministrator(
    @Arg('input', () => InviteAdministratorInput, { description: 'Who.' }) input: InviteAdministratorInput,
    @Ctx() context: Context,
  ): Promise<InvitationAnswer> {
    return writtenInvitation(context, inviteAdministrator(await context.work(), invitedBy(input)));
  }

  @Mutation(() => RevokeAdministratorInvitationPayload, {
    description: 'Withdraws an invitation the consortium sent; its link ends at once (retirer une invitation).',
  })
  async revokeAdministratorInvitation(
    @Arg('input', () => RevokeAdministratorInvitationInput, { description: 'Which.' }) input: RevokeAdministratorInvitationInput,
    @Ctx() context: Context,
  ): Promise<InvitationAnswer> {
    return writtenInvitation(context, revokeAdministratorInvitation(await context.work(), revokedIn(input)));
  }

  @Mutation(() => RemoveAdministratorPayload, {
    description: 'Ends the right of an administrator, one’s own too, from the next request on. The last one stays.',
  })
  async removeAdministrator(
    @Arg('input', () => RemoveAdministratorInput, { description: 'Who.' }) input: RemoveAdministratorInput,
    @Ctx() context: Context,
  ): Promise<AdministratorAnswer> {
    const administratorId = requiredId('Administrator', input.administratorId);
    const { idempotencyKey } = input;
    return removedAdministrator(context, removeAdministrator(await context.work(), { administratorId, idempotencyKey }));
  }
}

@Resolver(() => AdministratorType)
export class AdministratorResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { id, displayName }: ConsortiumPersonRow): PersonType {
    return { id, displayName };
  }
}
