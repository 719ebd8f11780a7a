import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { AccountType } from './account.type.ts';

@InputType({ description: 'Signs one device out (déconnecter un appareil).' })
export class EndLoginSessionInput extends ActInput {
  @Field(() => ID, { description: 'Which of one’s own sessions; the one that asks may be named too.' })
  @MaxLength(200)
  readonly loginSessionId!: string;
}

@InputType({ description: 'Signs every device out but the one that asks (déconnecter les autres appareils).' })
export class EndOtherLoginSessionsInput extends ActInput {}

@ObjectType('EndLoginSessionPayload', { description: 'What signing a device out answers.', simpleResolvers: true })
export class EndLoginSessionPayload {
  @Field(() => AccountType, {
    nullable: true,
    description: 'The account, with the sessions left. Never null: nothing is refused here.',
  })
  readonly account!: AccountType | null;

  @Field(() => [UserErrorType], { description: 'Always empty: a session of nobody’s own is not found.' })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('EndOtherLoginSessionsPayload', { description: 'What signing the other devices out answers.', simpleResolvers: true })
export class EndOtherLoginSessionsPayload {
  @Field(() => AccountType, {
    nullable: true,
    description: 'The account, with the session left. Never null: nothing is refused here.',
  })
  readonly account!: AccountType | null;

  @Field(() => [UserErrorType], { description: 'Always empty.' })
  readonly userErrors!: readonly UserErrorType[];
}
