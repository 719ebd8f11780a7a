import type { TrailFilter } from '@guichet/database/audit/trail-filter';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { decodeId, readId } from '../connection/node-id.ts';
import { DateTime } from '../scalars/date-time.ts';

@InputType({ description: 'Which lines of a trail, all of it at once (recherche dans les traces).' })
export class AuditFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'By this person or key, as `AuditEntry.actor` or `key` names them. Null: by anybody.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this object, whatever its type. Null: about anything.' })
  @IsOptional()
  @MaxLength(200)
  readonly objectId?: string | null;

  @Field(() => [String], { nullable: true, description: 'One of these acts, such as `CANDIDACY_OPENED`. Null: any.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(60, { each: true })
  readonly acts?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'At this instant or later. Null: since the beginning.' })
  readonly since?: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant. Null: until now.' })
  readonly until?: Temporal.Instant | null;
}

/** A page of a trail. */
@ArgsType()
export class AuditArguments extends ForwardPageArguments {
  @Field(() => AuditFilter, { nullable: true, description: 'Which lines. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: AuditFilter | null;
}

/** The filter in the database's words; an id that is none of ours matches nothing. */
export function filterOf({ filter }: AuditArguments): TrailFilter {
  const { actorId, objectId, acts, since, until } = filter ?? {};
  return {
    actorIds: actorId == null ? null : found(decodeId('Person', actorId) ?? decodeId('ApiKey', actorId)),
    objectIds: objectId == null ? null : found(readId(objectId)?.uuid ?? null),
    acts,
    since,
    until,
  };
}

const found = (uuid: string | null): readonly string[] => (uuid === null ? [] : [uuid]);
