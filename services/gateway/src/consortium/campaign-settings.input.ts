import type { CampaignSettings } from '@guichet/domain/campaign/campaign-settings';
import { MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OralsModeEnum, OtherChoicesPolicyEnum, ReplyPolicyEnum } from '../campaign/campaign.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { BilingualTextInput, bilingual } from '../text/bilingual-text.input.ts';

const longest = 200;

@InputType({ description: 'Everything the consortium sets for one campaign (paramètres).' })
export class CampaignSettingsInput {
  @Field(() => String, { description: 'Short name in addresses, as `astg3-2028`: words of a–z and 0–9 joined by hyphens.' })
  @MaxLength(longest)
  readonly slug!: string;

  @Field(() => BilingualTextInput, { description: 'Its name.' })
  @ValidateNested()
  readonly name!: BilingualTextInput;

  @Field(() => String, { description: 'Short name of the procedure in capitals, as `ASTG3`; references begin with it.' })
  @MaxLength(longest)
  readonly procedure!: string;

  @Field(() => Int, { description: 'The calendar year of entry (rentrée).' })
  readonly entryYear!: number;

  @Field(() => String, { description: 'IANA name of the zone its dates are announced in, as `Europe/Paris`.' })
  @MaxLength(longest)
  readonly zone!: string;

  @Field(() => DateTime, { description: 'From when dossiers are taken (ouverture).' })
  readonly opensAt!: Temporal.Instant;

  @Field(() => DateTime, { description: 'The deadline for submitting (clôture du dépôt).' })
  readonly closesAt!: Temporal.Instant;

  @Field(() => Int, { description: 'The largest number of schools one dossier may choose, 1 to 50 (nombre maximal de vœux).' })
  readonly maxChoices!: number;

  @Field(() => ReplyPolicyEnum, { description: 'Whether an order of preference is compulsory.' })
  readonly replyPolicy!: CampaignSettings['replyPolicy'];

  @Field(() => OralsModeEnum, { description: 'Where the orals are sat.' })
  readonly oralsMode!: CampaignSettings['oralsMode'];

  @Field(() => OtherChoicesPolicyEnum, {
    description: 'What a school learns of the other choices; settled once the campaign opens.',
  })
  readonly otherChoices!: CampaignSettings['otherChoices'];

  @Field(() => Int, { description: 'Fee in cents, zero when there is none (frais de dossier).' })
  readonly feeCents!: number;

  @Field(() => Int, {
    description: 'Credits (ECTS) that count as four years after the baccalauréat; 240 by default of the procedure.',
  })
  readonly requiredEcts!: number;
}

/** As rules take it: a plain value. */
export const settingsIn = ({ name, ...settings }: CampaignSettingsInput): CampaignSettings => ({
  ...settings,
  name: bilingual(name),
});
