import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocaleEnum } from '../account-hats/account.type.ts';
import { ActInput } from '../user-error/act-input.ts';
import { SchoolFunctionEnum } from './membership.type.ts';

// Beyond any rule: what is longer is no address and no name at all.
const longest = 1000;

/** Who is invited. */
@InputType({ description: 'Who is invited.' })
export abstract class InvitedInput extends ActInput {
  @Field(() => String, { description: 'To which address; only an account with it may accept.' })
  @MaxLength(longest)
  readonly email!: string;

  @Field(() => String, { description: 'Name colleagues will read, at most 120 characters.' })
  @MaxLength(longest)
  readonly displayName!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language of the mail. Null: French.' })
  @IsOptional()
  readonly locale?: 'fr' | 'en' | null;
}

@InputType({ description: 'Somebody invited to the acting school.' })
export class InviteMemberInput extends InvitedInput {
  @Field(() => [SchoolFunctionEnum], { description: 'As what, at least one; frozen when it is sent.' })
  @ArrayMaxSize(10)
  readonly functions!: readonly SchoolFunction[];
}

@InputType({ description: 'Somebody invited to administer a school, who invites the rest of its team.' })
export class InviteSchoolAdminInput extends InvitedInput {
  @Field(() => ID, { description: 'Which school.' })
  @MaxLength(200)
  readonly schoolId!: string;
}

@InputType({ description: 'Somebody invited to administer the consortium.' })
export class InviteAdministratorInput extends InvitedInput {}

@InputType({ description: 'Which invitation is withdrawn.' })
export class RevokeInvitationInput extends ActInput {
  @Field(() => ID, { description: 'The invitation.' })
  @MaxLength(200)
  readonly invitationId!: string;
}

@InputType({ description: 'Which invitation of the consortium’s is withdrawn.' })
export class RevokeAdministratorInvitationInput extends ActInput {
  @Field(() => ID, { description: 'The invitation.' })
  @MaxLength(200)
  readonly invitationId!: string;
}

@InputType({ description: 'An invitation, by its link.' })
export class AcceptInvitationInput extends ActInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  @MaxLength(200)
  readonly token!: string;
}

@InputType({ description: 'What a member may do from now on.' })
export class SetFunctionsInput extends ActInput {
  @Field(() => ID, { description: 'Whose membership.' })
  @MaxLength(200)
  readonly membershipId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => [SchoolFunctionEnum], { description: 'All of them, at least one.' })
  @ArrayMaxSize(10)
  readonly functions!: readonly SchoolFunction[];
}

@InputType({ description: 'Who leaves the school.' })
export class RemoveMemberInput extends ActInput {
  @Field(() => ID, { description: 'Whose membership ends.' })
  @MaxLength(200)
  readonly membershipId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;
}

@InputType({ description: 'Who no longer administers the consortium.' })
export class RemoveAdministratorInput extends ActInput {
  @Field(() => ID, { description: 'Whose right ends.' })
  @MaxLength(200)
  readonly administratorId!: string;
}
