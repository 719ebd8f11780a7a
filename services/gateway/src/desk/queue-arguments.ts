import type { QueueOrder } from '@guichet/database/candidacy/queue';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { CandidacyFilter, CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { PageArguments } from '../connection/page-arguments.ts';

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

  @Field(() => ID, { nullable: true, description: 'A saved view, whose filter and order are taken instead. Null: none.' })
  @IsOptional()
  @MaxLength(200)
  readonly viewId?: string | null;

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

  @Field(() => ID, { nullable: true, description: 'A saved view, whose filter and order are taken instead. Null: none.' })
  @IsOptional()
  @MaxLength(200)
  readonly viewId?: string | null;

  @Field(() => CandidacyOrderEnum, { defaultValue: 'RECEIVED_AT_ASC', description: 'In which order.' })
  readonly orderBy!: QueueOrder;
}
