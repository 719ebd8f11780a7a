import { Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** What every input that changes something carries. */
@InputType({ description: 'What every input that changes something carries.' })
export abstract class ActInput {
  @Field(() => String, {
    description:
      '16 to 64 visible ASCII characters, best a UUID: the same key with the same input is done once and answered the same, for seven days at least and a submission for as long as its campaign is there.',
  })
  @Matches(/^[\x21-\x7e]{16,64}$/)
  readonly idempotencyKey!: string;
}
