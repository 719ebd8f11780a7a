import { MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { SchoolType } from '../school/school.type.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';

// Beyond any rule: what is longer is no name at all.
const longest = 1000;

@InputType({ description: 'A new school.' })
export class CreateSchoolInput extends ActInput {
  @Field(() => String, { description: 'Short name in addresses, never changed and never given to another: a–z, 0–9, hyphens.' })
  @MaxLength(longest)
  readonly slug!: string;

  @Field(() => String, { description: 'Full name.' })
  @MaxLength(longest)
  readonly name!: string;

  @Field(() => String, { description: 'Name for narrow places.' })
  @MaxLength(longest)
  readonly shortName!: string;

  @Field(() => String, { description: 'City (ville).' })
  @MaxLength(longest)
  readonly city!: string;
}

@ObjectType('CreateSchoolPayload', { description: 'What the act answers.', simpleResolvers: true })
export class CreateSchoolPayload {
  @Field(() => SchoolType, { nullable: true, description: 'The school. Null when refused.' })
  readonly school!: SchoolType | null;

  @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
  readonly userErrors!: readonly UserErrorType[];
}
