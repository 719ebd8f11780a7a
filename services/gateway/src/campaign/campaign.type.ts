import { campaignStates, oralsModes, otherChoicesPolicies, replyPolicies } from '@guichet/domain/campaign/campaign';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { NoticeType } from '../notice/notice.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { BilingualTextType } from '../text/bilingual-text.type.ts';
import { enumOf } from '../text/enum-of.ts';

export const CampaignStateEnum = enumOf(campaignStates);
registerEnumType(CampaignStateEnum, {
  name: 'CampaignState',
  description: 'Where a campaign stands.',
  valuesConfig: {
    DRAFT: { description: 'Being set up; seen by the consortium and the teams of its schools alone (en préparation).' },
    OPEN: { description: 'Takes dossiers until its deadline (ouverte).' },
    CLOSED: { description: 'Takes no more dossiers (close).' },
    ARCHIVED: { description: 'Over; kept for the record (archivée).' },
  },
});

export const ReplyPolicyEnum = enumOf(replyPolicies);
registerEnumType(ReplyPolicyEnum, {
  name: 'ReplyPolicy',
  description: 'How offers are replied to.',
  valuesConfig: {
    RANKED_MATCH: { description: 'An order of preference is compulsory (vœux classés).' },
    FREE_REPLY: { description: 'No order; offers are answered in any order (réponses libres).' },
  },
});

export const OralsModeEnum = enumOf(oralsModes);
registerEnumType(OralsModeEnum, {
  name: 'OralsMode',
  description: 'Where the orals are sat.',
  valuesConfig: {
    COMMON: { description: 'Once for all schools (oraux communs).' },
    PER_SCHOOL: { description: 'At each school its own (oraux propres à chaque école).' },
  },
});

export const OtherChoicesPolicyEnum = enumOf(otherChoicesPolicies);
registerEnumType(OtherChoicesPolicyEnum, {
  name: 'OtherChoicesPolicy',
  description: 'What a school learns of the other choices of its candidates; settled before the campaign opens (autres vœux).',
  valuesConfig: {
    HIDDEN: { description: 'Nothing (rien).' },
    COUNT: { description: 'How many, as they stood when the campaign closed, and nothing before (leur nombre).' },
    NAMES_AFTER_REPLIES: {
      description: 'Which, once replies are closed; nothing yet, since there are no replies (leurs noms après les réponses).',
    },
  },
});

export const MilestoneKindEnum = enumOf(['OPENING', 'CLOSING']);
registerEnumType(MilestoneKindEnum, {
  name: 'MilestoneKind',
  description: 'A date of the calendar.',
  valuesConfig: {
    OPENING: { description: 'From when dossiers are taken (ouverture).' },
    CLOSING: { description: 'The deadline for submitting (clôture du dépôt).' },
  },
});

@ObjectType('Milestone', { description: 'A date of the calendar (échéance).', simpleResolvers: true })
export class MilestoneType {
  @Field(() => MilestoneKindEnum, { description: 'Which date.' })
  readonly kind!: 'OPENING' | 'CLOSING';

  @Field(() => DateTime, { description: 'The instant, in UTC; the one that decides.' })
  readonly at!: Temporal.Instant;

  @Field(() => String, { description: 'IANA name of the zone it is announced in.' })
  readonly zone!: string;
}

@ObjectType('CampaignMember', { description: 'A school that takes part in a campaign (école membre).', simpleResolvers: true })
export class CampaignMemberType {
  @Field(() => SchoolType, { description: 'The school.' })
  readonly school!: SchoolType;

  @Field(() => NoticeType, { nullable: true, description: 'Its notice in force. Null until frozen.' })
  readonly notice!: NoticeType | null;
}

@ObjectType('Campaign', { implements: NodeType, description: 'One yearly run of a procedure (campagne).', simpleResolvers: true })
export class CampaignType {
  readonly id!: string;

  @Field(() => String, { description: 'Short name in addresses.' })
  readonly slug!: string;

  @Field(() => BilingualTextType, { description: 'Its name.' })
  readonly name!: BilingualTextType;

  @Field(() => Int, { description: 'The calendar year of entry (rentrée).' })
  readonly entryYear!: number;

  @Field(() => CampaignStateEnum, { description: 'Where it stands.' })
  readonly state!: (typeof campaignStates)[number];

  @Field(() => Int, {
    description: 'Fee in cents, independent of the number of schools; zero when there is none (frais de dossier).',
  })
  readonly feeCents!: number;

  @Field(() => [CampaignMemberType], { description: 'Who takes part this year; decided per campaign (écoles membres).' })
  readonly members!: readonly CampaignMemberType[];

  @Field(() => [MilestoneType], { description: 'Opening and closing (calendrier).' })
  readonly calendar!: readonly MilestoneType[];

  @Field(() => ReplyPolicyEnum, { description: 'Whether an order of preference is compulsory.' })
  readonly replyPolicy!: (typeof replyPolicies)[number];

  @Field(() => OralsModeEnum, { description: 'Where the orals are sat.' })
  readonly oralsMode!: (typeof oralsModes)[number];

  @Field(() => OtherChoicesPolicyEnum, {
    description: 'What a school learns of the other choices of its candidates, as a code; `disclosure` says it in words.',
  })
  readonly otherChoices!: (typeof otherChoicesPolicies)[number];

  @Field(() => Int, { description: 'The largest number of schools one dossier may choose (nombre maximal de vœux).' })
  readonly maxChoices!: number;

  @Field(() => Int, { description: 'Credits (ECTS) that count as four years after the baccalauréat.' })
  readonly requiredEcts!: number;
}
