import { Field, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';

/** Its id is that of the membership or right it acts by, never the account's: two schools cannot tell that they share somebody. */
@ObjectType('Person', {
  implements: NodeType,
  description: 'Someone acting for a school or the consortium (personne).',
  simpleResolvers: true,
})
export class PersonType {
  readonly id!: string;

  @Field(() => String, { description: 'Name as colleagues read it.' })
  readonly displayName!: string;
}
