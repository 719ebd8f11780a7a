import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { BilingualTextType } from '../text/bilingual-text.type.ts';

@ObjectType('Specialism', {
  implements: NodeType,
  description: 'A field a school admits to (spécialité), from the list the consortium shares.',
  simpleResolvers: true,
})
export class SpecialismType {
  readonly id!: string;

  @Field(() => String, { description: 'Stable code, for programs.' })
  readonly code!: string;

  @Field(() => BilingualTextType, { description: 'Its name.' })
  readonly name!: BilingualTextType;

  @Field(() => [String], { description: 'Codes of the national mentions of master it admits (mentions).' })
  readonly admittedMentions!: readonly string[];

  @Field(() => Int, { description: 'For `expectedVersion`; counts every change in the shared list.' })
  readonly version!: number;
}
