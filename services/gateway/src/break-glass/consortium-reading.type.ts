import { Field, ObjectType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { connectionOf } from '../connection/connection.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('ConsortiumReading', {
  description: 'One dossier of this school that an administrator of the consortium read (bris de glace).',
  simpleResolvers: true,
})
export class ConsortiumReadingType {
  @Field(() => CandidacyType, { description: 'Whose dossier: this school’s candidacy.' })
  readonly candidacy!: CandidacyType;

  @Field(() => String, { description: 'Who read it, by name.' })
  readonly by!: string;

  @Field(() => String, { description: 'What for, as they said (motif).' })
  readonly reason!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  readonly at!: Temporal.Instant;

  @Field(() => DateTime, { description: 'Until when at the latest.' })
  readonly endsAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it ended. Null until then.' })
  readonly endedAt!: Temporal.Instant | null;
}

export const ConsortiumReadingConnection = connectionOf(ConsortiumReadingType, 'ConsortiumReading');
