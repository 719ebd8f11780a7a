import type { Queue, QueueFilter, QueueOrder } from '@guichet/database/candidacy/queue';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { CandidacyFilter, CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { decodeId } from '../connection/node-id.ts';
import { PageArguments } from '../connection/page-arguments.ts';
import { knownIds } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';

/** A page of a queue. */
@ArgsType()
export class QueueArguments extends PageArguments {
  @Field(() => ID, { description: 'Of which campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Which candidacies. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => CandidacyOrderEnum, { defaultValue: 'RECEIVED_AT_ASC', description: 'In which order.' })
  readonly orderBy!: QueueOrder;
}

/** Beside which candidacy, in which queue. */
@ArgsType()
export class NeighbourArguments {
  @Field(() => ID, { description: 'The candidacy beside which to look; it need not be in the queue itself any more.' })
  @MaxLength(200)
  readonly candidacyId!: string;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Which candidacies. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => CandidacyOrderEnum, { defaultValue: 'RECEIVED_AT_ASC', description: 'In which order.' })
  readonly orderBy!: QueueOrder;
}

// A uuid that no row bears.
const noReader = '00000000-0000-4000-8000-000000000000';

type Given = Pick<QueueArguments, 'filter' | 'orderBy'>;

/** The queue asked for: always the acting school's. */
export function queueOf({ asking }: Context, campaignId: string, { filter, orderBy }: Given): Queue {
  return { schoolId: asking.hat?.school ?? '', campaignId, filter: filterOf(filter), order: orderBy };
}

/** A filter with the uuids behind its ids; what is none of ours matches nothing. */
export function filterOf(filter: CandidacyFilter | null | undefined): QueueFilter {
  const { specialismIds, institutionIds, labelIds, readerId, ...plain } = filter ?? {};
  return {
    ...plain,
    specialismIds: knownIds('Specialism', specialismIds),
    institutionIds: knownIds('Institution', institutionIds),
    labelIds: knownIds('Label', labelIds),
    readerId: readerId ? (decodeId('Person', readerId) ?? noReader) : null,
  };
}
