import { IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';

/** Longest text read at all: beyond it nothing is worth telling where. Rules tell shorter limits in words. */
export const Bounded =
  (max: number): PropertyDecorator =>
  (target, name) => {
    IsOptional()(target, name);
    MaxLength(max)(target, name);
  };

/** What every act on a dossier names. */
@InputType({ description: 'What every act on a dossier names.' })
export abstract class ApplicationActInput extends ActInput {
  @Field(() => ID, { description: 'The dossier.' })
  @MaxLength(200)
  readonly applicationId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one is answered with `STALE_VERSION`.' })
  @Min(1)
  readonly expectedVersion!: number;
}
