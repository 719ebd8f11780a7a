import type { FileReader, ReadingMeans } from '@guichet/domain/candidacy/reading';
import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { FileReaderEnum, ReadingMeansEnum } from '../candidate/access-log.type.ts';
import { connectionOf } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { PersonType } from '../membership/person.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('Opening', {
  description: 'One reading of what a dossier says, as the school that read it sees it (ouverture).',
  simpleResolvers: true,
})
export class OpeningType {
  @Field(() => CandidacyType, { description: 'Which candidacy.' })
  readonly candidacy!: CandidacyType;

  @Field(() => PersonType, { nullable: true, description: 'Who read it. Null when a key did.' })
  readonly person!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'Name of the key that read it. Null when a person did.' })
  readonly keyName!: string | null;

  @Field(() => FileReaderEnum, { description: 'As what.' })
  readonly reader!: FileReader;

  @Field(() => ReadingMeansEnum, { description: 'By which means.' })
  readonly means!: ReadingMeans;

  @Field(() => DateTime, { description: 'When: for a screen or a key, the first time.' })
  readonly at!: Temporal.Instant;
}

export const OpeningConnection = connectionOf(OpeningType, 'Opening');

/** A page of readings, of one candidacy or of all. */
@ArgsType()
export class OpeningArguments extends ForwardPageArguments {
  @Field(() => ID, { nullable: true, description: 'Of this candidacy alone. Null: of all of them.' })
  @IsOptional()
  @MaxLength(200)
  readonly candidacyId?: string | null;
}
