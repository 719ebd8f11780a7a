import { Field, ObjectType } from 'type-graphql';
import { MembershipType } from '../membership/membership.type.ts';
import { SchoolType } from '../school/school.type.ts';

@ObjectType('SchoolDesk', { description: 'The acting school’s own side (guichet de l’école).', simpleResolvers: true })
export class SchoolDeskType {
  @Field(() => SchoolType, { description: 'The acting school.' })
  readonly school!: SchoolType;

  @Field(() => [MembershipType], { description: 'Who works for it, by name (équipe).' })
  readonly members!: readonly MembershipType[];
}

/** The desk itself is nothing but the school it belongs to: the hat's. */
export interface Desk {
  readonly schoolId: string;
}
