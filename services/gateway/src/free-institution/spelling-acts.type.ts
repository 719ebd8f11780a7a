import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { type ClassType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { BilingualTextInput } from '../text/bilingual-text.input.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { FreeInstitutionType } from './free-institution.type.ts';

const longest = 200;

/** What every act on a spelling names. */
@InputType({ description: 'What every act on a spelling names.' })
export abstract class SpellingActInput extends ActInput {
  @Field(() => ID, { description: 'The spelling.' })
  @MaxLength(longest)
  readonly freeInstitutionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The institution it was seen merged with; another one is refused. Null when it was seen merged with none.',
  })
  @IsOptional()
  @MaxLength(longest)
  readonly expectedInstitutionId?: string | null;
}

@InputType({ description: 'A spelling and the listed institution it is.' })
export class MergeFreeInstitutionInput extends SpellingActInput {
  @Field(() => ID, { description: 'The listed institution.' })
  @MaxLength(longest)
  readonly institutionId!: string;
}

@InputType({ description: 'A spelling nothing of the list answers to.' })
export class DismissFreeInstitutionInput extends SpellingActInput {}

@InputType({ description: 'A further institution of the list, made from a spelling.' })
export class AddInstitutionInput extends SpellingActInput {
  @Field(() => BilingualTextInput, { description: 'Its official name.' })
  @ValidateNested()
  readonly name!: BilingualTextInput;

  @Field(() => String, { nullable: true, description: 'Its acronym (sigle). Null when it has none.' })
  @IsOptional()
  @MaxLength(longest)
  readonly acronym?: string | null;

  @Field(() => String, { description: 'City (ville).' })
  @MaxLength(longest)
  readonly city!: string;

  @Field(() => String, { description: 'Country (pays), ISO 3166-1 alpha-2.' })
  @MaxLength(longest)
  readonly country!: string;
}

interface SpellingPayload {
  readonly freeInstitution: FreeInstitutionType | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The answer of one act on a spelling. */
export const spellingPayload = (act: string): ClassType<SpellingPayload> => {
  @ObjectType(`${act}Payload`, { description: 'What the act answers.', simpleResolvers: true })
  class Payload implements SpellingPayload {
    @Field(() => FreeInstitutionType, { nullable: true, description: 'The spelling as it is now. Null when refused.' })
    readonly freeInstitution!: FreeInstitutionType | null;

    @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
    readonly userErrors!: readonly UserErrorType[];
  }
  return Payload;
};
