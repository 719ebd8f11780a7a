import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';

@ObjectType('Label', {
  implements: NodeType,
  description: 'A word a school sorts its candidacies by; nobody else reads it (étiquette).',
  simpleResolvers: true,
})
export class LabelType {
  readonly id!: string;

  @Field(() => String, { description: 'Its name; no two of a school differ by case and accents alone (nom).' })
  readonly name!: string;

  @Field(() => String, { description: 'As `#rrggbb`, at least 4.5:1 on white (couleur).' })
  readonly colour!: string;

  @Field(() => Int, { description: 'Counts every change of the label, for `expectedVersion`.' })
  readonly version!: number;
}
