import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { BreakGlassType } from './break-glass.type.ts';

@InputType({ description: 'Reads one dossier as one school received it, for thirty minutes (bris de glace).' })
export class BreakGlassInput extends ActInput {
  @Field(() => ID, { description: 'As which school received it.' })
  @MaxLength(200)
  readonly schoolId!: string;

  @Field(() => String, { description: 'Of the dossier, such as `ASTG3-27-K7QM4`, capitals or not (référence).' })
  @MaxLength(40)
  readonly reference!: string;

  @Field(() => String, { description: 'What for, 20 to 500 characters; the school reads it (motif).' })
  @MaxLength(2000)
  readonly reason!: string;
}

@InputType({ description: 'Ends one’s own break-glass before its time.' })
export class EndBreakGlassInput extends ActInput {
  @Field(() => ID, { description: 'Which.' })
  @MaxLength(200)
  readonly breakGlassId!: string;
}

@ObjectType('BreakGlassPayload', { description: 'What reading a dossier answers.', simpleResolvers: true })
export class BreakGlassPayload {
  @Field(() => BreakGlassType, { nullable: true, description: 'The break-glass, its dossier readable. Null when refused.' })
  readonly breakGlass!: BreakGlassType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('EndBreakGlassPayload', { description: 'What ending a break-glass answers.', simpleResolvers: true })
export class EndBreakGlassPayload {
  @Field(() => BreakGlassType, { nullable: true, description: 'The break-glass, ended. Null when refused.' })
  readonly breakGlass!: BreakGlassType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
