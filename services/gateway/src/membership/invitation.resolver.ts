import type { InvitationRow } from '@guichet/database/membership/invitation.read';
import { invitationState } from '@guichet/domain/account/people';
import { rightsInWords } from '@guichet/domain/account/rights-in-words';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { SchoolDeskType } from '../desk/school-desk.type.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { invitationsOf } from './invitation.loaders.ts';
import { InvitationConnection, InvitationStateEnum, InvitationType } from './invitation.type.ts';

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => InvitationStateEnum, { description: 'Where it stands at this moment.' })
  async state(@Root() invitation: InvitationRow, @Ctx() context: Context) {
    return invitationState(invitation, (await context.work()).asOf);
  }

  @FieldResolver({ description: 'Into which school. Null for the administration of the consortium.' })
  school(@Root() { schoolId }: InvitationRow, @Ctx() context: Context) {
    return schoolId === null ? null : schoolById(context).load(schoolId);
  }

  @FieldResolver(() => [String], {
    description: 'What that lets a person do and not do, as sentences; empty for the consortium (droits).',
  })
  rights(@Root() { functions }: InvitationRow, @Ctx() { locale }: Context) {
    return functions.length === 0 ? [] : rightsInWords(functions, locale);
  }
}

@Resolver(() => SchoolDeskType)
export class DeskInvitationsResolver {
  @FieldResolver(() => InvitationConnection, {
    description: 'Who was invited to this school, newest first: pending, expired, used and withdrawn (invitations).',
  })
  invitations(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    return invitationsOf(context, given);
  }
}
