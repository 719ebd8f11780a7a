import type { arrangementNeeds } from '@guichet/domain/application/application';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { longestList } from '../../limits/limits.ts';
import { ApplicationActInput, Bounded } from '../act-input.type.ts';
import { ArrangementNeedEnum } from '../arrangements.type.ts';

@InputType({ description: 'Free answers (réponses). What is left out stays, null empties.' })
export class AnswersInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why these schools and specialisms, at most 3,000 characters. Null empties it.',
  })
  @Bounded(20_000)
  readonly motivation?: string | null;
}

@InputType({ description: 'Saves the free answers.' })
export class SaveAnswersInput extends ApplicationActInput {
  @Field(() => AnswersInput, { description: 'What is written so far.' })
  @ValidateNested()
  readonly answers!: AnswersInput;
}

@InputType({ description: 'What is needed at the orals (aménagements). What is left out stays, null empties.' })
export class SpecialArrangementsInput {
  @Field(() => [ArrangementNeedEnum], { nullable: true, description: 'What is needed; empty: nothing. Null empties the answer.' })
  @IsOptional()
  @ArrayMaxSize(longestList)
  readonly needs?: readonly (typeof arrangementNeeds)[number][] | null;

  @Field(() => String, { nullable: true, description: 'Details (précisions). Null empties them.' })
  @Bounded(20_000)
  readonly text?: string | null;
}

@InputType({ description: 'Saves what is needed at the orals.' })
export class SaveArrangementsInput extends ApplicationActInput {
  @Field(() => SpecialArrangementsInput, { description: 'What is known so far.' })
  @ValidateNested()
  readonly arrangements!: SpecialArrangementsInput;
}
