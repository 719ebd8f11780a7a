import { IsEmail, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connection/connection.type.ts';
import { DateTime } from '../../scalars/date-time.ts';
import { Digest } from '../../scalars/digest.ts';

/** How a probe is made to fail. */
export const failures = [
  'ERROR',
  'STRING',
  'UNDEFINED',
  'DETACHED',
  'DEADLOCK',
  'NO_CONNECTION',
  'NOT_FOUND',
  'KEY_REUSED',
] as const;

export const Failure = Object.fromEntries(failures.map((each) => [each, each])) as Record<(typeof failures)[number], string>;
registerEnumType(Failure, { name: 'Failure', description: 'How a probe is made to fail.' });

@ObjectType({ description: 'A thing of no meaning, to try the gateway on.', simpleResolvers: true })
export class Probe {
  @Field(() => ID, { description: 'Opaque id.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Its name. Null when it has none.' })
  readonly name!: string | null;

  @Field(() => Probe, { description: 'Itself.' })
  readonly itself!: Probe;

  @Field(() => DateTime, { description: 'When it was made.' })
  readonly madeAt!: Temporal.Instant;
}

export const ProbeConnection = connectionOf(Probe, 'Probe', { isCounted: true });

@InputType({ description: 'Inside a change.' })
export class ChangeDetail {
  @Field(() => String, { description: 'One to ten characters.' })
  @Length(1, 10)
  readonly text!: string;
}

@InputType({ description: 'A change of a probe.' })
export class ChangeProbeInput {
  @Field(() => String, { description: 'New name.' })
  @Length(1, 50)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Whom to tell. Null: nobody.' })
  @IsEmail()
  readonly email?: string | null;

  @Field(() => [ChangeDetail], { nullable: true, description: 'Details. Null: none.' })
  @ValidateNested({ each: true })
  readonly details?: readonly ChangeDetail[] | null;

  @Field(() => Failure, { nullable: true, description: 'How it fails. Null: it succeeds.' })
  readonly failure?: (typeof failures)[number] | null;
}

@InputType({ description: 'A page within an input object.' })
export class PageInput {
  @Field(() => Int, { nullable: true, description: 'Rows. Null: refused.' })
  readonly first?: number | null;

  @Field(() => Digest, { nullable: true, description: 'Of nothing. Null: none.' })
  readonly digest?: string | null;
}
