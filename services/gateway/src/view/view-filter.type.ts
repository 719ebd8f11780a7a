import type { QueueFilter } from '@guichet/database/candidacy/queue';
import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { Field, ID, ObjectType } from 'type-graphql';
import { CandidacyStateEnum } from '../candidacy/candidacy.type.ts';
import { encodeId } from '../connection/node-id.ts';
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

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: assigned to nobody who still reads for the school; false: to somebody who does. Null: either.',
  })
  readonly isUnassigned!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Beginning of a name or of a reference. Null: any.' })
  readonly search!: string | null;
}

/** A filter in the contract's words: `CandidacyFilter` takes it as it is shown. */
export function shownFilter(filter: QueueFilter): ViewFilterType {
  const { states = null, countries = null, receivedAfter = null, receivedBefore = null } = filter;
  const { isUnopened = null, isUnassigned = null, search = null, readerId } = filter;
  return {
    states,
    countries,
    receivedAfter,
    receivedBefore,
    isUnopened,
    isUnassigned,
    search,
    specialismIds: listed('Specialism', filter.specialismIds),
    institutionIds: listed('Institution', filter.institutionIds),
    labelIds: listed('Label', filter.labelIds),
    readerId: readerId ? encodeId('Person', readerId) : null,
  };
}

const listed = (type: string, ids: readonly string[] | null | undefined) => ids?.map((id) => encodeId(type, id)) ?? null;
