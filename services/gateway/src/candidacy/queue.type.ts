import { queueOrders } from '@guichet/database/candidacy/queue';
import { type QueueView, queueViews } from '@guichet/database/candidacy/queue-counts.read';
import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';
import { ViewFilterType } from '../view/view-filter.type.ts';
import { CandidacyStateEnum, CandidacyType, candidacyStateWords } from './candidacy.type.ts';

export const CandidacyOrderEnum = enumOf(queueOrders);
registerEnumType(CandidacyOrderEnum, {
  name: 'CandidacyOrder',
  description: 'The orders a queue is offered in; ties break by id, which is random.',
  valuesConfig: {
    RECEIVED_AT_ASC: { description: 'Longest waiting first (plus anciennes d’abord).' },
    RECEIVED_AT_DESC: { description: 'Newest first (plus récentes d’abord).' },
    LAST_NAME_ASC: { description: 'By family name, as French sorts (ordre alphabétique).' },
  },
});

export const QueueViewEnum = enumOf(queueViews);
registerEnumType(QueueViewEnum, {
  name: 'QueueView',
  description: 'A saved view of a queue (vue).',
  valuesConfig: {
    ...candidacyStateWords,
    ALL: { description: 'Every candidacy, whatever its state (toutes).' },
    UNOPENED: { description: 'Received and opened by nobody of the school yet (à ouvrir).' },
  },
});

@ObjectType('QueueCount', { description: 'How many candidacies a view holds (compteur).', simpleResolvers: true })
export class QueueCountType {
  @Field(() => QueueViewEnum, { description: 'Which view.' })
  readonly view!: QueueView;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;

  @Field(() => ViewFilterType, { description: 'The filter under which the list holds just these (filtre).' })
  readonly filter!: ViewFilterType;
}

@ObjectType('Neighbours', {
  description: 'What stands beside a candidacy in a queue (précédente, suivante).',
  simpleResolvers: true,
})
export class NeighboursType {
  @Field(() => CandidacyType, { nullable: true, description: 'The one before. Null at the head of the queue.' })
  readonly previous!: CandidacyType | null;

  @Field(() => CandidacyType, { nullable: true, description: 'The one after. Null at its end.' })
  readonly next!: CandidacyType | null;
}

@InputType({ description: 'Which candidacies; what is given is ANDed, values of a list are ORed.' })
export class CandidacyFilter {
  @Field(() => [CandidacyStateEnum], { nullable: true, description: 'In one of these states. Null: any.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly states?: CandidacyState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Asking for one of these specialisms (spécialités). Null: any.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly specialismIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'From one of these listed institutions (établissements). Null: any.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly institutionIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'From one of these countries, ISO 3166-1 alpha-2 (pays). Null: any.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(2, { each: true })
  readonly countries?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Received after this instant. Null: whenever.' })
  readonly receivedAfter?: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this instant. Null: whenever.' })
  readonly receivedBefore?: Temporal.Instant | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: opened by nobody of the school; false: by somebody. Null: either.',
  })
  readonly isUnopened?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Bearing one of these labels of the school (étiquettes). Null: any or none.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly labelIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Assigned to this person of the school (affectées à). Null: to anybody or nobody.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly readerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: assigned to nobody who still reads for the school; false: to somebody who does (à affecter). Null: either.',
  })
  readonly isUnassigned?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of a family name with or without first names, accents or not, or of a reference. Null: any.',
  })
  @IsOptional()
  @MaxLength(100)
  readonly search?: string | null;
}
