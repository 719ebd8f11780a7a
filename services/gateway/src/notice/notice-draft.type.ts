import { type NoticePart, noticeParts } from '@guichet/domain/notice/notice-changes';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { Digest } from '../scalars/digest.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { enumOf } from '../text/enum-of.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { IntakeEntryType, NoticeArticleType, NoticeType } from './notice.type.ts';

export const NoticePartEnum = enumOf(noticeParts);
registerEnumType(NoticePartEnum, {
  name: 'NoticePart',
  description: 'A part of a notice in which two versions may differ.',
  valuesConfig: {
    SPECIALISM: { description: 'A specialism with the mentions it admits (spécialité).' },
    SEATS: { description: 'Seats of a route, or of one specialism of it (places).' },
    SPECIALISMS_PER_CHOICE: { description: 'How many specialisms a candidate may name (spécialités par vœu).' },
    ARTICLE: { description: 'The number of an article (article).' },
    REQUIRED_ECTS: { description: 'Credits that count as four years (crédits requis).' },
  },
});

@ObjectType('NoticeChange', { description: 'One difference from the version in force (modification).', simpleResolvers: true })
export class NoticeChangeType {
  @Field(() => NoticePartEnum, { description: 'Which part.' })
  readonly part!: NoticePart;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the specialism, route with or without specialism, or what the article is about. Null where there is but one.',
  })
  readonly name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the version in force says; `-` for seats not published. Null when it says nothing.',
  })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'What the next one will say. Null when it will say nothing.' })
  readonly after!: string | null;
}

@ObjectType('NoticeDraft', { description: 'The rules a school is still writing (notice en préparation).', simpleResolvers: true })
export class NoticeDraftType {
  @Field(() => CampaignType, { description: 'Of which campaign.' })
  readonly campaign!: CampaignType;

  @Field(() => Int, { description: 'Counts every saving, for `expectedVersion`; 0 before the first.' })
  readonly version!: number;

  @Field(() => Int, { description: 'The number it will bear once frozen.' })
  readonly number!: number;

  @Field(() => Digest, { description: 'SHA-256 of what would be frozen now, for `FreezeNoticeInput`.' })
  readonly digest!: string;

  @Field(() => NoticeType, { nullable: true, description: 'The version in force. Null until the first is frozen.' })
  readonly inForce!: NoticeType | null;

  @Field(() => Int, { description: 'Credits (ECTS) that count as four years after the baccalauréat.' })
  readonly requiredEcts!: number;

  @Field(() => Int, { description: 'How many specialisms a candidate may name at this school, in order.' })
  readonly specialismsPerChoice!: number;

  @Field(() => [SpecialismType], { description: 'What the school would admit to (spécialités).' })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => [IntakeEntryType], { description: 'Seats per route (plan de recrutement).' })
  readonly intake!: readonly IntakeEntryType[];

  @Field(() => [NoticeArticleType], { description: 'The numbered articles that objections quote.' })
  readonly articles!: readonly NoticeArticleType[];

  @Field(() => [NoticeChangeType], { description: 'What freezing would change of the version in force (modifications).' })
  readonly changes!: readonly NoticeChangeType[];

  @Field(() => [UserErrorType], { description: 'Why it could not be frozen now, all at once; empty when it could.' })
  readonly objections!: readonly UserErrorType[];
}
