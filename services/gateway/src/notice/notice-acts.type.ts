import type { NoticeRule, Route } from '@guichet/domain/notice/notice';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Digest } from '../scalars/digest.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { NoticeRuleEnum, NoticeType, RouteEnum } from './notice.type.ts';
import { NoticeDraftType } from './notice-draft.type.ts';

@InputType({ description: 'Seats of one specialism within a route.' })
export class SpecialismSeatsInput {
  @Field(() => String, { description: 'Code of the specialism.' })
  @MaxLength(64)
  readonly code!: string;

  @Field(() => Int, { description: 'Seats (places).' })
  readonly seats!: number;
}

@InputType({ description: 'Seats of one route.' })
export class IntakeEntryInput {
  @Field(() => RouteEnum, { description: 'The route (voie).' })
  readonly route!: Route;

  @Field(() => Int, { nullable: true, description: 'Seats by this route (places). Null: not published.' })
  readonly seats?: number | null;

  @Field(() => [SpecialismSeatsInput], { nullable: true, description: 'The same seats by specialism. Null: not divided.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  readonly bySpecialism?: SpecialismSeatsInput[] | null;
}

@InputType({ description: 'One numbered article.' })
export class NoticeArticleInput {
  @Field(() => Int, { description: 'Its number.' })
  readonly article!: number;

  @Field(() => NoticeRuleEnum, { description: 'What it is about.' })
  readonly rule!: NoticeRule;
}

@InputType({ description: 'What a notice is to say; what is absent stays as it is, null empties.' })
export class SaveNoticeInput extends ActInput {
  @Field(() => ID, { description: 'For which campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody saved meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => [ID], { nullable: true, description: 'Specialisms admitted, in the order shown (spécialités). Null: none.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly specialismIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'How many specialisms a candidate may name. Null: one.' })
  readonly specialismsPerChoice?: number | null;

  @Field(() => [IntakeEntryInput], { nullable: true, description: 'Seats per route (places). Null: no route.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  readonly intake?: IntakeEntryInput[] | null;

  @Field(() => [NoticeArticleInput], { nullable: true, description: 'Numbered articles. Null: none.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  readonly articles?: NoticeArticleInput[] | null;
}

@ObjectType('SaveNoticePayload', { description: 'What saving a notice answers.', simpleResolvers: true })
export class SaveNoticePayload {
  @Field(() => NoticeDraftType, { nullable: true, description: 'The notice in preparation. Null when refused.' })
  readonly noticeDraft!: NoticeDraftType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}

@InputType({ description: 'Freezes a notice: what was shown in `noticeDraft` binds from then on (figer).' })
export class FreezeNoticeInput extends ActInput {
  @Field(() => ID, { description: 'For which campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody saved meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => Digest, { description: 'Digest of what was shown.' })
  readonly digest!: string;

  @Field(() => String, { description: 'Why, for whoever reads the versions (motif), at most 500 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}

@ObjectType('FreezeNoticePayload', { description: 'What freezing a notice answers.', simpleResolvers: true })
export class FreezeNoticePayload {
  @Field(() => NoticeType, { nullable: true, description: 'The version that binds from now on. Null when refused.' })
  readonly notice!: NoticeType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
