import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CalendarDate } from '../../scalars/calendar-date.ts';
import { ApplicationActInput, Bounded } from '../act-input.type.ts';

@InputType({ description: 'Who the candidate is (identité). What is left out stays, null empties.' })
export class IdentityInput {
  @Field(() => String, { nullable: true, description: 'Family name, in any script (nom). Null empties it.' })
  @Bounded(1000)
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'First names (prénoms). Null empties them.' })
  @Bounded(1000)
  readonly firstNames?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of birth (date de naissance). Null empties it.' })
  readonly birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Nationality, ISO 3166-1 alpha-2. Null empties it.' })
  @Bounded(10)
  readonly nationality?: string | null;

  @Field(() => String, { nullable: true, description: 'National student number (INE). Null: there is none.' })
  @Bounded(100)
  readonly ine?: string | null;
}

@InputType({ description: 'Saves the identity.' })
export class SaveIdentityInput extends ApplicationActInput {
  @Field(() => IdentityInput, { description: 'What is known so far.' })
  @ValidateNested()
  readonly identity!: IdentityInput;
}

@InputType({ description: 'How the candidate is reached (coordonnées). What is left out stays, null empties.' })
export class ContactInput {
  @Field(() => String, { nullable: true, description: 'Telephone (téléphone). Null empties it.' })
  @Bounded(100)
  readonly telephone?: string | null;

  @Field(() => String, { nullable: true, description: 'First line of the address (adresse). Null empties it.' })
  @Bounded(1000)
  readonly addressLine1?: string | null;

  @Field(() => String, { nullable: true, description: 'Second line of the address (complément). Null empties it.' })
  @Bounded(1000)
  readonly addressLine2?: string | null;

  @Field(() => String, { nullable: true, description: 'Post code (code postal). Null empties it.' })
  @Bounded(100)
  readonly postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'City (ville). Null empties it.' })
  @Bounded(1000)
  readonly city?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2 (pays). Null empties it.' })
  @Bounded(10)
  readonly country?: string | null;
}

@InputType({ description: 'Saves the contact.' })
export class SaveContactInput extends ApplicationActInput {
  @Field(() => ContactInput, { description: 'What is known so far.' })
  @ValidateNested()
  readonly contact!: ContactInput;
}
