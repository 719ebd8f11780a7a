import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { NoticeType } from '../notice/notice.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { enumOf } from '../text/enum-of.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';

/** What a school must have set up, in the order of its checklist. */
export const setupItems = ['SPECIALISMS', 'SEATS', 'CONTACT', 'ADMIN'] as const;
export const SetupItemEnum = enumOf(setupItems);
registerEnumType(SetupItemEnum, {
  name: 'SetupItem',
  description: 'What a school must have set up before dossiers can reach it.',
  valuesConfig: {
    SPECIALISMS: { description: 'It names the specialisms it admits to (spécialités).' },
    SEATS: { description: 'Its plan has a line for this procedure, seats published or not (places).' },
    CONTACT: { description: 'It says whom to ask (contact).' },
    ADMIN: { description: 'Somebody administers it (administrateur).' },
  },
});

@ObjectType('ChecklistItem', { description: 'One line of a school’s checklist (liste de contrôle).', simpleResolvers: true })
export class ChecklistItemType {
  @Field(() => SetupItemEnum, { description: 'What is to be set up.' })
  readonly item!: (typeof setupItems)[number];

  @Field(() => Boolean, { description: 'Whether it is.' })
  readonly isDone!: boolean;
}

@ObjectType('MemberSetup', { description: 'A school’s set-up for a campaign (paramétrage d’une école).', simpleResolvers: true })
export class MemberSetupType {
  @Field(() => SchoolType, { description: 'The school.' })
  readonly school!: SchoolType;

  @Field(() => NoticeType, { nullable: true, description: 'Its notice in force. Null until frozen.' })
  readonly notice!: NoticeType | null;

  @Field(() => [ChecklistItemType], { description: 'What it must have set up, and whether it has.' })
  readonly checklist!: readonly ChecklistItemType[];

  @Field(() => Boolean, { description: 'Whether everything is set up.' })
  readonly isComplete!: boolean;
}

@ObjectType('DeadlineMove', { description: 'A deadline moved (report de la clôture).', simpleResolvers: true })
export class DeadlineMoveType {
  @Field(() => DateTime, { description: 'The deadline before.' })
  readonly from!: Temporal.Instant;

  @Field(() => DateTime, { description: 'The deadline after.' })
  readonly to!: Temporal.Instant;

  @Field(() => String, { description: 'IANA name of the zone both are announced in.' })
  readonly zone!: string;

  @Field(() => String, { description: 'Why (motif).' })
  readonly reason!: string;

  @Field(() => DateTime, { description: 'When it was moved.' })
  readonly at!: Temporal.Instant;

  @Field(() => PersonType, { nullable: true, description: 'Who moved it. Null for the platform itself.' })
  readonly author!: PersonType | null;
}

@ObjectType('CampaignSetup', {
  description: 'A campaign as the consortium sets it up: its public facts, and what only the consortium sees (paramétrage).',
  simpleResolvers: true,
})
export class CampaignSetupType {
  @Field(() => CampaignType, { description: 'The campaign, as everybody reads it once published.' })
  readonly campaign!: CampaignType;

  @Field(() => Int, { description: 'For `expectedVersion`; counts every change.' })
  readonly version!: number;

  @Field(() => String, { description: 'Short name of the procedure; references begin with it (procédure).' })
  readonly procedure!: string;

  @Field(() => [MemberSetupType], { description: 'The member schools with their set-up, by short name (écoles membres).' })
  readonly members!: readonly MemberSetupType[];

  @Field(() => [MemberSetupType], {
    description: 'Schools that write a notice for this campaign and are no members, or no longer (écoles en préparation).',
  })
  readonly preparing!: readonly MemberSetupType[];

  @Field(() => [UserErrorType], {
    nullable: true,
    description: 'All that keeps it from opening; empty when nothing does. Null once it was opened.',
  })
  readonly objections!: readonly UserErrorType[] | null;

  @Field(() => [DeadlineMoveType], { description: 'How its deadline moved, oldest first.' })
  readonly deadlineMoves!: readonly DeadlineMoveType[];
}
