import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { type FileReader, fileReaders, type ReadingMeans, readingMeans } from '@guichet/domain/candidacy/reading';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { SchoolFunctionEnum } from '../membership/membership.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { enumOf } from '../text/enum-of.ts';

export const FileReaderEnum = enumOf(fileReaders);
registerEnumType(FileReaderEnum, {
  name: 'FileReader',
  description: 'As what a dossier is read (lecteur).',
  valuesConfig: {
    ADMIN: { description: 'An administrator of the school (administration).' },
    OFFICER: { description: 'Who works the queue (gestion des candidatures).' },
    REVIEWER: { description: 'A reviewer to whom it is assigned (évaluation).' },
    OBSERVER: { description: 'Who watches and reads what is assigned (observation).' },
    API_KEY: { description: 'The school’s own system, by its key (clé d’API).' },
    CONSORTIUM: { description: 'The consortium, for half an hour and with a reason (bris de glace).' },
  },
});

export const ReadingMeansEnum = enumOf(readingMeans);
registerEnumType(ReadingMeansEnum, {
  name: 'ReadingMeans',
  description: 'By which means a dossier is read (moyen de lecture).',
  valuesConfig: {
    SCREEN: { description: 'Opened on screen; the first time is told (à l’écran).' },
    EXPORT: { description: 'Written to a file with its content; each time is told (export).' },
    KEY: { description: 'Fetched by the school’s own system; the first time is told (clé d’API).' },
    BREAK_GLASS: { description: 'Read by the consortium, with a reason (bris de glace).' },
  },
});

@ObjectType('AccessLog', {
  description: 'One reading of a dossier by a school; never who (journal des accès).',
  simpleResolvers: true,
})
export class AccessLogType {
  @Field(() => SchoolType, { description: 'Which school.' })
  readonly school!: SchoolType;

  @Field(() => FileReaderEnum, { description: 'As what it was read.' })
  readonly reader!: FileReader;

  @Field(() => ReadingMeansEnum, { description: 'By which means.' })
  readonly means!: ReadingMeans;

  @Field(() => SchoolFunctionEnum, {
    description: 'As what it was read, in a function’s words: a key counts as an officer, the consortium as an administrator.',
    deprecationReason: 'Use reader. Removed after 2028-10-01.',
  })
  readonly function!: SchoolFunction;

  @Field(() => DateTime, { description: 'When: for a screen or a key, the first time.' })
  readonly at!: Temporal.Instant;
}

export const AccessLogConnection = connectionOf(AccessLogType, 'AccessLog');
