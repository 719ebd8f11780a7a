import type { JobKind } from '@guichet/domain/job/job';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { JobKindEnum } from './job.type.ts';

@ObjectType('JobPass', {
  description: 'When a job last looked, whether or not there was something to do.',
  simpleResolvers: true,
})
export class JobPassType {
  @Field(() => JobKindEnum, { description: 'Which job.' })
  readonly kind!: JobKind;

  @Field(() => DateTime, { description: 'When it last looked; written at most every fifteen seconds.' })
  readonly at!: Temporal.Instant;
}

@ObjectType('Health', { description: 'How the platform is: counts and instants, nobody’s (santé).', simpleResolvers: true })
export class HealthType {
  @Field(() => Boolean, { description: 'Whether the database answers; this could not be read if it did not.' })
  readonly isDatabaseReachable!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When a worker was last seen. Null when none ever was.' })
  readonly workerSeenAt!: Temporal.Instant | null;

  @Field(() => Int, { description: 'Mails that wait (en attente).' })
  readonly waitingMails!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest waits. Null when none does.' })
  readonly oldestWaitingAt!: Temporal.Instant | null;

  @Field(() => Int, { description: 'Mails that were given up (abandonnés).' })
  readonly givenUpMails!: number;

  @Field(() => Int, { nullable: true, description: 'Account mails that wait, as last counted. Null before the first count.' })
  readonly waitingAccountMails!: number | null;

  @Field(() => Int, { nullable: true, description: 'Account mails given up within thirty days. Null before the first count.' })
  readonly givenUpAccountMails!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest account mail waits. Null when none does.' })
  readonly oldestAccountMailAt!: Temporal.Instant | null;

  @Field(() => [JobPassType], { description: 'Every job that ever looked.' })
  readonly passes!: readonly JobPassType[];
}
