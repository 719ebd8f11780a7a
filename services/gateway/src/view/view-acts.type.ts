import type { QueueOrder } from '@guichet/database/candidacy/queue';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CandidacyColumnEnum } from '../candidacy/columns.type.ts';
import { CandidacyFilter, CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { ViewType } from './view.type.ts';

// Beyond any rule: what is longer is no name at all.
const longest = 500;

@InputType({ description: 'A queue to keep under a name (enregistrer une vue).' })
export class SaveViewInput extends ActInput {
  @Field(() => ID, { description: 'Of which campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => String, { description: 'Its name, at most 60 characters (nom).' })
  @MaxLength(longest)
  readonly name!: string;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Which candidacies. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => CandidacyOrderEnum, { nullable: true, description: 'In which order. Null: longest waiting first.' })
  readonly orderBy?: QueueOrder | null;

  @Field(() => [CandidacyColumnEnum], { nullable: true, description: 'Which columns, in this order. Null: the usual ones.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly columns?: CandidacyColumn[] | null;

  @Field(() => Boolean, { description: 'True: the school’s, for the whole team, by who works its queue; false: one’s own.' })
  readonly isShared!: boolean;
}

@InputType({ description: 'What is to change of a saved view; what is absent stays as it is (modifier une vue).' })
export class ChangeViewInput extends ActInput {
  @Field(() => ID, { description: 'Which view.' })
  @MaxLength(200)
  readonly viewId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its name, at most 60 characters (nom). Null leaves it.' })
  @IsOptional()
  @MaxLength(longest)
  readonly name?: string | null;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Which candidacies. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => CandidacyOrderEnum, { nullable: true, description: 'In which order. Null leaves it.' })
  readonly orderBy?: QueueOrder | null;

  @Field(() => [CandidacyColumnEnum], { nullable: true, description: 'Which columns, in this order. Null: the usual ones.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly columns?: CandidacyColumn[] | null;
}

@InputType({ description: 'A saved view to forget (supprimer une vue).' })
export class DeleteViewInput extends ActInput {
  @Field(() => ID, { description: 'Which view.' })
  @MaxLength(200)
  readonly viewId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody changed it meanwhile.' })
  readonly expectedVersion!: number;
}

const objections = 'Every objection; empty on success.';

@ObjectType('SaveViewPayload', { description: 'What saving a view answers.', simpleResolvers: true })
export class SaveViewPayload {
  @Field(() => ViewType, { nullable: true, description: 'The view. Null when refused.' })
  readonly view!: ViewType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('ChangeViewPayload', { description: 'What changing a view answers.', simpleResolvers: true })
export class ChangeViewPayload {
  @Field(() => ViewType, { nullable: true, description: 'The view. Null when refused.' })
  readonly view!: ViewType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('DeleteViewPayload', { description: 'What deleting a view answers.', simpleResolvers: true })
export class DeleteViewPayload {
  @Field(() => ID, { nullable: true, description: 'The id of what is no more. Null when refused.' })
  readonly deletedViewId!: string | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}
