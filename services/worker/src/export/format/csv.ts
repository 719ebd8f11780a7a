import { disarmed } from '@guichet/domain/export/disarmed';
import { type Cell, type ExportRow, headingOf } from './cells.ts';
import type { FilePlan } from './file-format.ts';

const byteOrderMark = '\u{feff}';
const words = { fr: { true: 'oui', false: 'non' }, en: { true: 'yes', false: 'no' } } as const;

/** UTF-8 with its mark, `;`, CRLF, every text quoted (RFC 4180), so that it opens by a double click in French and elsewhere. */
export async function* csvFile({ columns, locale }: FilePlan, batches: AsyncIterable<readonly ExportRow[]>) {
  yield Buffer.from(byteOrderMark + lineOf(columns.map((column) => quoted(headingOf(column, locale, 'UTC')))));
  for await (const rows of batches) {
    const lines = rows.map((row) => lineOf(columns.map(({ cell }) => fieldOf(cell(row, locale), locale))));
    yield Buffer.from(lines.join(''));
  }
}

const lineOf = (fields: readonly string[]) => `${fields.join(';')}\r\n`;

/** Instants in UTC as the API writes them, days as ISO, numbers with a point. */
function fieldOf(cell: Cell, locale: 'fr' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(cell);
  if (typeof cell === 'boolean') return words[locale][`${cell}`];
  return cell instanceof Temporal.Instant ? cell.toString({ smallestUnit: 'millisecond' }) : String(cell);
}

// Quoted always: a program that separates by commas finds no second cell in a text either.
const quoted = (text: string) => `"${disarmed(text).replaceAll('"', '""')}"`;
