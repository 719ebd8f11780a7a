import { ArrayMaxSize, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MilestoneKindEnum } from '../campaign/campaign.type.ts';
import { longestList } from '../limits/limits.ts';
import { DateTime } from '../scalars/date-time.ts';
import { ActInput } from '../user-error/act-input.ts';
import { CampaignSettingsInput } from './campaign-settings.input.ts';

const longestId = 200;

/** What every act on a campaign names. */
@InputType({ description: 'What every act on a campaign names.' })
export abstract class CampaignActInput extends ActInput {
  @Field(() => ID, { description: 'The campaign.' })
  @MaxLength(longestId)
  readonly campaignId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one is answered with `STALE_VERSION`.' })
  @Min(1)
  readonly expectedVersion!: number;
}

@InputType({ description: 'A new campaign.' })
export class CreateCampaignInput extends ActInput {
  @Field(() => CampaignSettingsInput, { description: 'Its settings.' })
  @ValidateNested()
  readonly settings!: CampaignSettingsInput;
}

@InputType({ description: 'Other settings for a campaign not open yet.' })
export class UpdateCampaignInput extends CampaignActInput {
  @Field(() => CampaignSettingsInput, { description: 'All of its settings, as they are to be.' })
  @ValidateNested()
  readonly settings!: CampaignSettingsInput;
}

@InputType({ description: 'Which campaign to open.' })
export class OpenCampaignInput extends CampaignActInput {}

@InputType({ description: 'Which campaign to archive.' })
export class ArchiveCampaignInput extends CampaignActInput {}

@InputType({ description: 'A date to move.' })
export class MoveMilestoneInput extends CampaignActInput {
  @Field(() => MilestoneKindEnum, { description: 'Which date; the closing alone moves, an opening is a setting of a draft.' })
  readonly kind!: 'OPENING' | 'CLOSING';

  @Field(() => DateTime, { description: 'The new instant.' })
  readonly at!: Temporal.Instant;

  @Field(() => String, { description: 'Why, in at most 500 characters; recorded with its author (motif).' })
  @MaxLength(2000)
  readonly reason!: string;
}

@InputType({ description: 'Who takes part in a campaign.' })
export class SetMembersInput extends CampaignActInput {
  @Field(() => [ID], { description: 'The member schools from now on, all of them, in any order.' })
  @ArrayMaxSize(longestList)
  @MaxLength(longestId, { each: true })
  readonly schoolIds!: readonly string[];
}

@InputType({ description: 'A school that is to write its notice before it joins.' })
export class PrepareMemberInput extends CampaignActInput {
  @Field(() => ID, { description: 'The school.' })
  @MaxLength(longestId)
  readonly schoolId!: string;
}
