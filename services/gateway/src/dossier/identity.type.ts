import { Field, ObjectType } from 'type-graphql';
import { CalendarDate } from '../scalars/calendar-date.ts';

@ObjectType('Identity', { description: 'Who the candidate is (identité).', simpleResolvers: true })
export class IdentityType {
  @Field(() => String, { nullable: true, description: 'Family name, in any script (nom). Null in a draft until given.' })
  readonly lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'First names (prénoms). Null in a draft until given.' })
  readonly firstNames!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of birth (date de naissance). Null in a draft until given.' })
  readonly birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Nationality, ISO 3166-1 alpha-2. Null in a draft until given.' })
  readonly nationality!: string | null;

  @Field(() => String, { nullable: true, description: 'National student number (INE). Null when there is none.' })
  readonly ine!: string | null;
}

@ObjectType('Contact', {
  description: 'How a candidate is reached besides the account’s address (coordonnées).',
  simpleResolvers: true,
})
export class ContactType {
  @Field(() => String, { nullable: true, description: 'Telephone (téléphone). Null when none was given.' })
  readonly telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'First line of the address (adresse). Null in a draft until given.' })
  readonly addressLine1!: string | null;

  @Field(() => String, { nullable: true, description: 'Second line of the address (complément). Null when there is none.' })
  readonly addressLine2!: string | null;

  @Field(() => String, { nullable: true, description: 'Post code (code postal). Null where there are none.' })
  readonly postcode!: string | null;

  @Field(() => String, { nullable: true, description: 'City (ville). Null in a draft until given.' })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2 (pays). Null in a draft until given.' })
  readonly country!: string | null;
}
