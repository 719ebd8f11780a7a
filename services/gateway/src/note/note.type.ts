import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('NoteVersion', { description: 'One wording of a note; never changed (version).', simpleResolvers: true })
export class NoteVersionType {
  @Field(() => Int, { description: '1 for the first wording, then one more each time.' })
  readonly number!: number;

  @Field(() => String, { description: 'Its words.' })
  readonly text!: string;

  @Field(() => PersonType, {
    nullable: true,
    description: 'Who wrote this wording (auteur). Null when one of the school’s own systems did.',
  })
  readonly author!: PersonType | null;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Temporal.Instant;
}

@ObjectType('Note', {
  implements: NodeType,
  description: 'What a school’s team writes to itself about a candidacy; no candidate and no reader sees it (note interne).',
  simpleResolvers: true,
})
export class NoteType {
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Its newest words. Null once removed.' })
  readonly text!: string | null;

  @Field(() => PersonType, {
    nullable: true,
    description: 'Who wrote it first (auteur). Null when one of the school’s own systems did.',
  })
  readonly author!: PersonType | null;

  @Field(() => DateTime, { description: 'When it was first written.' })
  readonly writtenAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was reworded last. Null when never, and once removed.' })
  readonly editedAt!: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed (retirée). Null while it stands.' })
  readonly removedAt!: Temporal.Instant | null;

  @Field(() => PersonType, { nullable: true, description: 'Who removed it. Null while it stands.' })
  readonly removedBy!: PersonType | null;

  @Field(() => Int, { description: 'The number of its newest wording, for `expectedVersion`.' })
  readonly version!: number;

  @Field(() => [NoteVersionType], {
    nullable: true,
    description: 'Every wording, oldest first, at most 100 (historique). Null once removed.',
  })
  readonly versions!: readonly NoteVersionType[] | null;
}

export const NoteConnection = connectionOf(NoteType, 'Note');
