import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import {
  type ExportFailure,
  type ExportFormat,
  type ExportState,
  exportFailures,
  exportFormats,
  exportStates,
} from '@guichet/domain/export/export-job';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CandidacyColumnEnum } from '../candidacy/columns.type.ts';
import { connectionOf } from '../connection/connection.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { WebAddress } from '../scalars/web-address.ts';
import { enumOf } from '../text/enum-of.ts';

export const ExportFormatEnum = enumOf(exportFormats);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'How an export is written (format).',
  valuesConfig: {
    CSV: { description: 'UTF-8 with its mark, `;` between, formula characters disarmed by an apostrophe (CSV).' },
    XLSX: { description: 'A workbook of typed cells; instants in the campaign’s zone (classeur).' },
    JSON_LINES: { description: 'One JSON object a row, codes and ISO instants, for programs (JSON Lines).' },
  },
});

export const ExportStateEnum = enumOf(exportStates);
registerEnumType(ExportStateEnum, {
  name: 'ExportState',
  description: 'How far an export is (état).',
  valuesConfig: {
    QUEUED: { description: 'Waiting (en attente).' },
    RUNNING: { description: 'Being written (en cours).' },
    DONE: { description: 'Ready, for a day (prêt).' },
    FAILED: { description: 'Not written, see `failure` (échec).' },
    CANCELLED: { description: 'Cancelled by somebody of the school (annulé).' },
    EXPIRED: { description: 'Its bytes are gone (expiré).' },
  },
});

export const ExportFailureEnum = enumOf(exportFailures);
registerEnumType(ExportFailureEnum, {
  name: 'ExportFailure',
  description: 'Why an export failed (motif d’échec).',
  valuesConfig: {
    RIGHT_LOST: { description: 'Whoever asked for it had no right to it any more (droit perdu).' },
    NOT_WRITTEN: { description: 'It could not be written after several attempts: ask again (non écrit).' },
  },
});

@ObjectType('ExportFile', { description: 'A ready export (fichier).', simpleResolvers: true })
export class ExportFileType {
  @Field(() => WebAddress, {
    description: 'GET it with the same session or key, within five minutes; for anybody else it leads nowhere.',
  })
  readonly url!: string;

  @Field(() => String, { description: 'Name to save it under.' })
  readonly name!: string;

  @Field(() => Int, { description: 'Size.' })
  readonly bytes!: number;

  @Field(() => DateTime, { description: 'Until when this address is worth something; ask again for another.' })
  readonly expiresAt!: Temporal.Instant;
}

@ObjectType('ExportJob', {
  implements: NodeType,
  description: 'A queue being written to a file, as its requester sees it (export).',
  simpleResolvers: true,
})
export class ExportJobType {
  readonly id!: string;

  @Field(() => ExportStateEnum, { description: 'How far it is.' })
  readonly state!: ExportState;

  @Field(() => ExportFailureEnum, { nullable: true, description: 'Null unless it failed.' })
  readonly failure!: ExportFailure | null;

  @Field(() => ExportFormatEnum, { description: 'How it is written.' })
  readonly format!: ExportFormat;

  @Field(() => [CandidacyColumnEnum], { description: 'Its columns, in their order.' })
  readonly columns!: readonly CandidacyColumn[];

  @Field(() => Boolean, { description: 'Whether it holds what dossiers say; then each of them was read (avec contenu).' })
  readonly withContent!: boolean;

  @Field(() => Float, { description: 'Part of the rows written, 0 to 1.' })
  readonly progress!: number;

  @Field(() => Int, { description: 'Rows written so far.' })
  readonly counted!: number;

  @Field(() => Int, { nullable: true, description: 'Rows of the file: all of the queue at one moment. Null until done.' })
  readonly rows!: number | null;

  @Field(() => PersonType, { nullable: true, description: 'Who asked. Null when a key did.' })
  readonly requestedBy!: PersonType | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  readonly createdAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was over, well or not. Null before.' })
  readonly finishedAt!: Temporal.Instant | null;

  @Field(() => ExportFileType, {
    nullable: true,
    description: 'Null until done, after expiry, and for anybody but who asked for it and still may.',
  })
  readonly file!: ExportFileType | null;
}

export const ExportJobConnection = connectionOf(ExportJobType, 'ExportJob');
