import type { BulkActKind } from '@guichet/domain/bulk-act/bulk-act';
import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { longestList } from '../limits/limits.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { BulkActKindEnum, BulkActType } from './bulk-act.type.ts';

const objections = 'Every objection; empty on success.';
const act = 'What was done to each, to take back within ten minutes. Null when refused.';

@InputType({ description: 'An act to foresee: to whom or with what, on which candidacies (aperçu).' })
export class BulkPreviewInput {
  @Field(() => BulkActKindEnum, { description: 'Which act.' })
  readonly kind!: BulkActKind;

  @Field(() => [ID], { description: 'On which candidacies, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly candidacyIds!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'To or from which people, 1 to 10, for `ASSIGN` and `UNASSIGN`. Null for a label.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @MaxLength(200, { each: true })
  readonly readerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Which label, for `LABEL` and `UNLABEL`. Null for readers.' })
  @IsOptional()
  @MaxLength(200)
  readonly labelId?: string | null;
}

@InputType({ description: 'A label to put on several candidacies (étiqueter en nombre).' })
export class LabelCandidaciesInput extends ActInput {
  @Field(() => [ID], { description: 'Which candidacies, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly candidacyIds!: string[];

  @Field(() => ID, { description: 'Which label.' })
  @MaxLength(200)
  readonly labelId!: string;
}

@InputType({ description: 'A label to take off several candidacies (retirer une étiquette en nombre).' })
export class UnlabelCandidaciesInput extends LabelCandidaciesInput {}

@InputType({ description: 'An act of one’s own to take back (annuler).' })
export class UndoBulkActInput extends ActInput {
  @Field(() => ID, { description: 'Which.' })
  @MaxLength(200)
  readonly bulkActId!: string;
}

@ObjectType('LabelCandidaciesPayload', { description: 'What labelling several candidacies answers.', simpleResolvers: true })
export class LabelCandidaciesPayload {
  @Field(() => BulkActType, { nullable: true, description: act })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('UnlabelCandidaciesPayload', {
  description: 'What taking a label off several candidacies answers.',
  simpleResolvers: true,
})
export class UnlabelCandidaciesPayload {
  @Field(() => BulkActType, { nullable: true, description: act })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('UndoBulkActPayload', { description: 'What taking an act back answers.', simpleResolvers: true })
export class UndoBulkActPayload {
  @Field(() => BulkActType, { nullable: true, description: 'The act, and what became of each. Null when refused.' })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}
