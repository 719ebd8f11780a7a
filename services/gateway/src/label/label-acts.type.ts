import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { longestList } from '../limits/limits.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { LabelType } from './label.type.ts';

// Beyond any rule: what is longer is no name at all.
const longest = 500;

@InputType({ description: 'A label to be (nouvelle étiquette).' })
export class CreateLabelInput extends ActInput {
  @Field(() => String, { description: 'Its name, at most 40 characters (nom).' })
  @MaxLength(longest)
  readonly name!: string;

  @Field(() => String, { description: 'As `#rrggbb`, at least 4.5:1 on white (couleur).' })
  @MaxLength(longest)
  readonly colour!: string;
}

@InputType({ description: 'Another name or colour for a label; what is absent stays as it is (renommer).' })
export class ChangeLabelInput extends ActInput {
  @Field(() => ID, { description: 'Which label.' })
  @MaxLength(200)
  readonly labelId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its name, at most 40 characters (nom). Null leaves it.' })
  @IsOptional()
  @MaxLength(longest)
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'As `#rrggbb`, at least 4.5:1 on white (couleur). Null leaves it.' })
  @IsOptional()
  @MaxLength(longest)
  readonly colour?: string | null;
}

@InputType({ description: 'A label to take off the list, and off every candidacy that bears it (supprimer).' })
export class DeleteLabelInput extends ActInput {
  @Field(() => ID, { description: 'Which label.' })
  @MaxLength(200)
  readonly labelId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;
}

@InputType({ description: 'Labels to put on one candidacy (étiqueter).' })
export class LabelCandidacyInput extends ActInput {
  @Field(() => ID, { description: 'Which candidacy.' })
  @MaxLength(200)
  readonly candidacyId!: string;

  @Field(() => [ID], { description: 'Which labels, at most 100; one that it bears already stays.' })
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly labelIds!: string[];
}

@InputType({ description: 'Labels to take off one candidacy (retirer une étiquette).' })
export class UnlabelCandidacyInput extends ActInput {
  @Field(() => ID, { description: 'Which candidacy.' })
  @MaxLength(200)
  readonly candidacyId!: string;

  @Field(() => [ID], { description: 'Which labels, at most 100; one that it does not bear is off already.' })
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly labelIds!: string[];
}

const objections = 'Every objection; empty on success.';

@ObjectType('CreateLabelPayload', { description: 'What adding a label answers.', simpleResolvers: true })
export class CreateLabelPayload {
  @Field(() => LabelType, { nullable: true, description: 'The label. Null when refused.' })
  readonly label!: LabelType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('ChangeLabelPayload', { description: 'What changing a label answers.', simpleResolvers: true })
export class ChangeLabelPayload {
  @Field(() => LabelType, { nullable: true, description: 'The label. Null when refused.' })
  readonly label!: LabelType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('DeleteLabelPayload', { description: 'What deleting a label answers.', simpleResolvers: true })
export class DeleteLabelPayload {
  @Field(() => ID, { nullable: true, description: 'The id of what is no more. Null when refused.' })
  readonly deletedLabelId!: string | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('LabelCandidacyPayload', { description: 'What putting labels on a candidacy answers.', simpleResolvers: true })
export class LabelCandidacyPayload {
  @Field(() => CandidacyType, { nullable: true, description: 'The candidacy. Null when refused.' })
  readonly candidacy!: CandidacyType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('UnlabelCandidacyPayload', { description: 'What taking labels off a candidacy answers.', simpleResolvers: true })
export class UnlabelCandidacyPayload {
  @Field(() => CandidacyType, { nullable: true, description: 'The candidacy. Null when refused.' })
  readonly candidacy!: CandidacyType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}
