import { type SchoolFunction, schoolFunctions } from '@guichet/domain/account/school-function';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { enumOf } from '../text/enum-of.ts';
import { PersonType } from './person.type.ts';

export const SchoolFunctionEnum = enumOf(schoolFunctions);
registerEnumType(SchoolFunctionEnum, {
  name: 'SchoolFunction',
  description: 'What a person may do in a school (fonction).',
  valuesConfig: {
    ADMIN: { description: 'People, notice, seats, and all of an officer’s (administration).' },
    OFFICER: { description: 'Works the queue (gestion des candidatures).' },
    REVIEWER: { description: 'Reads what is assigned (évaluation).' },
    OBSERVER: { description: 'Reads the list; opens and changes nothing (observation).' },
  },
});

@ObjectType('Membership', {
  implements: NodeType,
  description: 'What a person may do in a school (fonctions).',
  simpleResolvers: true,
})
export class MembershipType {
  readonly id!: string;

  @Field(() => SchoolType, { description: 'In which school.' })
  readonly school!: SchoolType;

  @Field(() => PersonType, { description: 'Who.' })
  readonly person!: PersonType;

  @Field(() => [SchoolFunctionEnum], { description: 'As what; at least one.' })
  readonly functions!: readonly SchoolFunction[];

  @Field(() => [String], { description: 'What that lets them do, and what not, as sentences (droits).' })
  readonly rights!: readonly string[];

  @Field(() => Int, { description: 'Counts every change, for `expectedVersion`.' })
  readonly version!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ended. Null while it stands.' })
  readonly endedAt!: Temporal.Instant | null;
}
