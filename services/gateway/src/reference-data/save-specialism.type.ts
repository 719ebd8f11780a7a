import { ArrayMaxSize, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { longestList } from '../limits/limits.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { BilingualTextInput } from '../text/bilingual-text.input.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';

const longest = 200;

@InputType({ description: 'A specialism of the shared list as it is to be; notices frozen before keep what they said.' })
export class SaveSpecialismInput extends ActInput {
  @Field(() => ID, { nullable: true, description: 'Which one to change. Null adds one.' })
  @IsOptional()
  @MaxLength(longest)
  readonly specialismId?: string | null;

  @Field(() => Int, { description: 'The version that was seen, 0 for a new one; another one is answered with `STALE_VERSION`.' })
  @Min(0)
  readonly expectedVersion!: number;

  @Field(() => String, { description: 'Stable code, for programs: letters, digits, hyphens.' })
  @MaxLength(longest)
  readonly code!: string;

  @Field(() => BilingualTextInput, { description: 'Its name.' })
  @ValidateNested()
  readonly name!: BilingualTextInput;

  @Field(() => [String], { description: 'Codes of the national mentions of master it admits (mentions).' })
  @ArrayMaxSize(longestList)
  @MaxLength(longest, { each: true })
  readonly admittedMentions!: readonly string[];
}

@ObjectType('SaveSpecialismPayload', { description: 'What the act answers.', simpleResolvers: true })
export class SaveSpecialismPayload {
  @Field(() => SpecialismType, { nullable: true, description: 'The specialism. Null when refused.' })
  readonly specialism!: SpecialismType | null;

  @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
  readonly userErrors!: readonly UserErrorType[];
}
