import { type ClassType, Field, ObjectType } from 'type-graphql';
import { HatType } from '../account-hats/account.type.ts';
import { allow, fieldsOf } from '../permissions/permission.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { InvitationType } from './invitation.type.ts';
import { MembershipType } from './membership.type.ts';

/** What an act on an invitation answers. */
export interface InvitationAnswer {
  readonly invitation: object | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The payload of an act on an invitation. */
export function invitationPayload(act: string): ClassType<InvitationAnswer> {
  @ObjectType(`${act}Payload`, { description: 'What the act answers.', simpleResolvers: true })
  class PayloadOf implements InvitationAnswer {
    @Field(() => InvitationType, { nullable: true, description: 'The invitation. Null when refused.' })
    readonly invitation!: InvitationType | null;

    @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
    readonly userErrors!: readonly UserErrorType[];
  }
  return PayloadOf;
}

/** What an act on a membership answers. */
export interface MembershipAnswer {
  readonly membership: object | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The payload of an act on a membership. */
export function membershipPayload(act: string): ClassType<MembershipAnswer> {
  @ObjectType(`${act}Payload`, { description: 'What the act answers.', simpleResolvers: true })
  class PayloadOf implements MembershipAnswer {
    @Field(() => MembershipType, { nullable: true, description: 'The membership as it stands now. Null when refused.' })
    readonly membership!: MembershipType | null;

    @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
    readonly userErrors!: readonly UserErrorType[];
  }
  return PayloadOf;
}

/** What an administrator's leaving answers. */
export interface AdministratorAnswer {
  readonly administrator: object | null;
  readonly userErrors: readonly UserErrorType[];
}

@ObjectType('AcceptInvitationPayload', { description: 'What the act answers.', simpleResolvers: true })
export class AcceptInvitationPayload {
  @Field(() => HatType, { nullable: true, description: 'What requests may be made as from now on. Null when refused.' })
  readonly hat!: HatType | null;

  @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
  readonly userErrors!: readonly UserErrorType[];
}

export const invitationPayloadPermissions = (act: string) => fieldsOf(`${act}Payload`, allow, ['invitation', 'userErrors']);
export const membershipPayloadPermissions = (act: string) => fieldsOf(`${act}Payload`, allow, ['membership', 'userErrors']);
