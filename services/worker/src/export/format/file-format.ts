import type { ExportFormat } from '@guichet/domain/export/export-job';
import type { ExportRow, FileColumn } from './cells.ts';
import { csvFile } from './csv.ts';
import { jsonLinesFile } from './json-lines.ts';
import { xlsxFile } from './xlsx.ts';

/** What a format is told beside the rows. */
export interface FilePlan {
  readonly columns: readonly FileColumn[];
  readonly locale: 'fr' | 'en';
  /** The campaign's zone, IANA name: sheets know no instants, only what a clock on the wall shows. */
  readonly zone: string;
}

/** Writes a file piece by piece as its rows arrive; nothing but the batch in hand is kept. */
export type FileFormat = (plan: FilePlan, batches: AsyncIterable<readonly ExportRow[]>) => AsyncGenerator<Uint8Array>;

export const fileFormats: Readonly<Record<ExportFormat, FileFormat>> = {
  CSV: csvFile,
  XLSX: xlsxFile,
  JSON_LINES: jsonLinesFile,
};
