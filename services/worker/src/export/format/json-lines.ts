import type { ExportRow, FileColumn } from './cells.ts';
import type { FilePlan } from './file-format.ts';

/** One JSON object a row, codes instead of words, instants in ISO: for programs. */
export async function* jsonLinesFile({ columns, locale }: FilePlan, batches: AsyncIterable<readonly ExportRow[]>) {
  const valueOf = ({ cell, json }: FileColumn, row: ExportRow) => (json ? json(row) : plain(cell(row, locale)));
  for await (const rows of batches) {
    const lines = rows.map(
      (row) => `${JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, valueOf(column, row)])))}\n`,
    );
    yield Buffer.from(lines.join(''));
  }
}

const plain = (value: unknown) => (value instanceof Temporal.Instant ? value.toString({ smallestUnit: 'millisecond' }) : value);
