import { type JobKind, type JobState, jobKinds, jobStates } from '@guichet/domain/job/job';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';
import { jobWords } from './job-words.ts';

export const JobKindEnum = enumOf(jobKinds);
registerEnumType(JobKindEnum, {
  name: 'JobKind',
  description: 'What is done without a request (tâche de fond); accept unknown values.',
  valuesConfig: Object.fromEntries(jobKinds.map((kind) => [kind, { description: jobWords[kind].meaning }])),
});

export const JobStateEnum = enumOf(jobStates);
registerEnumType(JobStateEnum, {
  name: 'JobState',
  description: 'How far a job is (état d’une tâche).',
  valuesConfig: {
    RUNNING: { description: 'Under way (en cours).' },
    DONE: { description: 'Done (terminée).' },
    FAILED: { description: 'Failed (en échec).' },
  },
});

@ObjectType('Job', {
  implements: NodeType,
  description: 'One run of a job that did something or failed; no name, no address, no content (exécution d’une tâche).',
  simpleResolvers: true,
})
export class JobType {
  readonly id!: string;

  @Field(() => JobKindEnum, { description: 'Which job.' })
  readonly kind!: JobKind;

  @Field(() => String, { description: 'The same in words, in the language asked for (tâche).' })
  readonly what!: string;

  @Field(() => JobStateEnum, { description: 'How far it is.' })
  readonly state!: JobState;

  @Field(() => DateTime, { description: 'When it began.' })
  readonly startedAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it ended. Null while it runs.' })
  readonly finishedAt!: Temporal.Instant | null;

  @Field(() => Int, { description: 'How much it did so far (fait).' })
  readonly done!: number;

  @Field(() => String, { nullable: true, description: 'Code of the failure, never anybody’s words. Null unless it failed.' })
  readonly error!: string | null;
}

export const JobConnection = connectionOf(JobType, 'Job');
