import { Field, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../membership/person.type.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';

@ObjectType('ReaderProfile', {
  description: 'What a reader reads and how much they take (profil de lecture).',
  simpleResolvers: true,
})
export class ReaderProfileType {
  @Field(() => PersonType, { description: 'Who.' })
  readonly person!: PersonType;

  @Field(() => [SpecialismType], {
    description: 'What they read, by code (spécialités). Empty: whatever they are given by hand.',
  })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Most dossiers of one campaign in hand at once, 1 to 500 (charge). Null: no bound.',
  })
  readonly largestLoad!: number | null;

  @Field(() => Int, { description: 'For `expectedVersion`; 0 before it is first set.' })
  readonly version!: number;
}

@ObjectType('Reader', { description: 'One of a school’s readers in a campaign (lecteur, lectrice).', simpleResolvers: true })
export class ReaderType {
  @Field(() => ReaderProfileType, { description: 'What they read and how much they take.' })
  readonly profile!: ReaderProfileType;

  @Field(() => Int, { description: 'Dossiers of this campaign in hand, the withdrawn left out (charge actuelle).' })
  readonly load!: number;

  @Field(() => Boolean, {
    description:
      'Whether they still read. False: they left or lost the function, and what they have waits for another (à réattribuer).',
  })
  readonly isReading!: boolean;
}
