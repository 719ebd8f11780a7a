import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { SchoolType } from './school.type.ts';

// Beyond any rule: what is longer is no text of a page at all.
const longest = 500;

@InputType({ description: 'Whom to ask at a school; a telephone number, an address or both.' })
export class AdmissionsContactInput {
  @Field(() => String, { description: 'Name of the service or the person.' })
  @MaxLength(longest)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone (téléphone). Null: none.' })
  @IsOptional()
  @MaxLength(longest)
  readonly telephone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (adresse). Null: none.' })
  @IsOptional()
  @MaxLength(longest)
  readonly email?: string | null;
}

@InputType({ description: 'What a school says of itself; what is absent stays as it is.' })
export class SaveSchoolInput extends ActInput {
  @Field(() => Int, { description: 'The version read; another means that somebody saved meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Name for narrow places. Null leaves it: a school has one.' })
  @IsOptional()
  @MaxLength(longest)
  readonly shortName?: string | null;

  @Field(() => String, { nullable: true, description: 'City (ville). Null leaves it: a school has one.' })
  @IsOptional()
  @MaxLength(longest)
  readonly city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Accent as `#rrggbb`, at least 4.5:1 on white (couleur). Null leaves it: a school has one.',
  })
  @IsOptional()
  @MaxLength(longest)
  readonly colour?: string | null;

  @Field(() => AdmissionsContactInput, { nullable: true, description: 'Whom to ask (contact). Null takes it away.' })
  @IsOptional()
  @ValidateNested()
  readonly contact?: AdmissionsContactInput | null;
}

@ObjectType('SaveSchoolPayload', { description: 'What saving a school’s page answers.', simpleResolvers: true })
export class SaveSchoolPayload {
  @Field(() => SchoolType, { nullable: true, description: 'The school. Null when refused.' })
  readonly school!: SchoolType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
