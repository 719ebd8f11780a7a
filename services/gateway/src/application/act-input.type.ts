import { IsOptional, Matches, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Longest text read at all: beyond it nothing is worth telling where. Rules tell shorter limits in words. */
export const Bounded =
  (max: number): PropertyDecorator =>
  (target, name) => {
    IsOptional()(target, name as string);
    MaxLength(max)(target, name as string);
  };

/** A key a client may repeat: visible ASCII, 16 to 64. */
export const idempotencyKey = /^[\x21-\x7e]{16,64}$/;

/** What every act on a dossier names. */
@InputType({ description: 'What every act on a dossier names.' })
export abstract class ActInput {
  @Field(() => ID, { description: 'The dossier.' })
  @MaxLength(200)
  readonly applicationId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one is answered with `STALE_VERSION`.' })
  @Min(1)
  readonly expectedVersion!: number;

  @Field(() => String, { description: '16 to 64 visible ASCII characters, best a UUID: repeated, the act is done once.' })
  @Matches(idempotencyKey)
  readonly idempotencyKey!: string;
}
