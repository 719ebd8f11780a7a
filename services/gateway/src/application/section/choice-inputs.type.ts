import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { longestList } from '../../limits/limits.ts';
import { ApplicationActInput } from '../act-input.type.ts';

@InputType({ description: 'One school to choose (vœu).' })
export class ChoiceInput {
  @Field(() => ID, { description: 'The school.' })
  @MaxLength(200)
  readonly schoolId!: string;

  @Field(() => [ID], { description: 'Its specialisms, most wanted first: order counts within the school.' })
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly specialismIds!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description:
      '1 is the most wanted (ordre de préférence). Required under RANKED_MATCH. Null under FREE_REPLY, where a rank is refused.',
  })
  @IsOptional()
  readonly preferenceRank?: number | null;
}

@InputType({ description: 'Chooses schools anew; one left out is dropped from the draft.' })
export class ChooseSchoolsInput extends ApplicationActInput {
  @Field(() => [ChoiceInput], { description: 'Every school; order in this list means nothing.' })
  @ArrayMaxSize(longestList)
  @ValidateNested({ each: true })
  readonly choices!: readonly ChoiceInput[];
}

@InputType({ description: 'Picks where the orals are sat.' })
export class ChooseExamCentreInput extends ApplicationActInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A member school, chosen or not (centre d’examen). Null takes the choice back.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly examCentreId!: string | null;
}
