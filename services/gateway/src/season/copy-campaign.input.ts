import { MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { BilingualTextInput } from '../text/bilingual-text.input.ts';
import { ActInput } from '../user-error/act-input.ts';

const longest = 200;

@InputType({ description: 'A new season made from a campaign.' })
export class CopyCampaignInput extends ActInput {
  @Field(() => ID, { description: 'The campaign to copy, in whatever state.' })
  @MaxLength(longest)
  readonly campaignId!: string;

  @Field(() => String, { description: 'Short name of the new one in addresses, as `astg3-2028`.' })
  @MaxLength(longest)
  readonly slug!: string;

  @Field(() => BilingualTextInput, { description: 'Its name.' })
  @ValidateNested()
  readonly name!: BilingualTextInput;

  @Field(() => CalendarDate, {
    description: 'The day it opens, in the campaign’s zone; every date moves by as many days and keeps its hour (ouverture).',
  })
  readonly opensOn!: string;
}
