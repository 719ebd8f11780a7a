import type { QueueOrder } from '@guichet/database/candidacy/queue';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CandidacyColumnEnum } from '../candidacy/columns.type.ts';
import { CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { NodeType } from '../node/node.type.ts';
import { ViewFilterType } from './view-filter.type.ts';

@ObjectType('View', {
  implements: NodeType,
  description: 'A queue kept under a name: filter, order and columns; one’s own or the whole team’s (vue enregistrée).',
  simpleResolvers: true,
})
export class ViewType {
  readonly id!: string;

  @Field(() => String, { description: 'Its name (nom).' })
  readonly name!: string;

  @Field(() => Boolean, { description: 'Whether it is the school’s, for the whole team; else the reader’s own (partagée).' })
  readonly isShared!: boolean;

  @Field(() => ViewFilterType, { description: 'Which candidacies (filtre).' })
  readonly filter!: ViewFilterType;

  @Field(() => CandidacyOrderEnum, { description: 'In which order (tri).' })
  readonly orderBy!: QueueOrder;

  @Field(() => [CandidacyColumnEnum], { description: 'Which columns, in this order (colonnes).' })
  readonly columns!: readonly CandidacyColumn[];

  @Field(() => Int, { description: 'How many candidacies it holds now, of those the reader may see (compteur).' })
  readonly count!: number;

  @Field(() => [ID], {
    description: 'Ids its filter names that are no more, as a label deleted since: they match nothing (filtre périmé).',
  })
  readonly absentIds!: readonly string[];

  @Field(() => Int, { description: 'Counts every change of the view, for `expectedVersion`.' })
  readonly version!: number;
}
