import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { SchoolFunctionEnum } from '../membership/membership.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';

@ObjectType('AccessLog', {
  description: 'One reading of a dossier by a school; never who (journal des accès).',
  simpleResolvers: true,
})
export class AccessLogType {
  @Field(() => SchoolType, { description: 'Which school.' })
  readonly school!: SchoolType;

  @Field(() => SchoolFunctionEnum, { description: 'As what it was read.' })
  readonly function!: SchoolFunction;

  @Field(() => DateTime, { description: 'When it was first opened by that person.' })
  readonly at!: Temporal.Instant;
}

export const AccessLogConnection = connectionOf(AccessLogType, 'AccessLog');
