import type { QueueOrder } from '@guichet/database/candidacy/queue';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CandidacyStateEnum } from '../candidacy/candidacy.type.ts';
import { CandidacyColumnEnum } from '../candidacy/columns.type.ts';
import { CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('ViewFilter', {
  description: 'The filter a view keeps, field by field as `CandidacyFilter` takes it (filtre).',
  simpleResolvers: true,
})
export class ViewFilterType {
  @Field(() => [CandidacyStateEnum], { nullable: true, description: 'In one of these states. Null: any.' })
  readonly states!: readonly CandidacyState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Asking for one of these specialisms (spécialités). Null: any.' })
  readonly specialismIds!: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'From one of these listed institutions (établissements). Null: any.' })
  readonly institutionIds!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'From one of these countries, ISO 3166-1 alpha-2 (pays). Null: any.' })
  readonly countries!: readonly string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Received after this instant. Null: whenever.' })
  readonly receivedAfter!: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this instant. Null: whenever.' })
  readonly receivedBefore!: Temporal.Instant | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: opened by nobody of the school; false: by somebody. Null: either.',
  })
  readonly isUnopened!: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Bearing one of these labels (étiquettes). Null: any or none.' })
  readonly labelIds!: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Assigned to this person (affectées à). Null: to anybody or nobody.' })
  readonly readerId!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: assigned to nobody; false: to somebody. Null: either.' })
  readonly isUnassigned!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a name or of a reference. Null: any.' })
  readonly search!: string | null;
}

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
