import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type ExportRow, headingOf } from './cells.ts';
import type { FilePlan } from './file-format.ts';
import * as parts from './xlsx-parts.ts';

const sheet = { fr: 'Candidatures', en: 'Candidacies' } as const;

/** A workbook of one sheet, typed cells, headings frozen and filtered; compressed as its rows arrive (ECMA-376). */
export async function* xlsxFile(plan: FilePlan, batches: AsyncIterable<readonly ExportRow[]>) {
  const zip = openZip();
  zip.whole('[Content_Types].xml', parts.contentTypes);
  zip.whole('_rels/.rels', parts.rootRelations);
  zip.whole('xl/_rels/workbook.xml.rels', parts.workbookRelations);
  zip.whole('xl/styles.xml', parts.styles);
  const push = zip.begin('xl/worksheets/sheet1.xml');
  push(parts.sheetHead(plan.columns.length) + headingsXml(plan));
  let row = 1;
  for await (const rows of batches) {
    push(rows.map((each) => rowXml(plan, ++row, each)).join(''));
    yield zip.taken();
  }
  const [end, rows] = [parts.letterOf(plan.columns.length - 1), row];
  push(parts.sheetEnd(`A1:${end}${rows}`), true);
  zip.whole('xl/workbook.xml', parts.workbook(sheet[plan.locale], `$A$1:$${end}$${rows}`));
  zip.end();
  yield zip.taken();
}

function headingsXml({ columns, locale, zone }: FilePlan): string {
  const cells = columns.map((column, index) => parts.textXml(`${parts.letterOf(index)}1`, headingOf(column, locale, zone), 4));
  return `<row r="1">${cells.join('')}</row>`;
}

function rowXml({ columns, locale, zone }: FilePlan, number: number, row: ExportRow): string {
  const cells = columns.map(({ cell }, index) => parts.cellXml(`${parts.letterOf(index)}${number}`, cell(row, locale), zone));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A zip archive whose bytes are taken as they come. */
function openZip() {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 3 });
    // The same rows make the same file, whenever they are written.
    file.mtime = '1980-01-01T00:00:00';
    zip.add(file);
    return (text: string, isLast = false) => file.push(strToU8(text), isLast);
  };
  return {
    begin,
    whole: (name: string, text: string) => begin(name)(text, true),
    end: () => zip.end(),
    taken: (): Uint8Array => {
      const taken = Buffer.concat(made);
      made = [];
      return taken;
    },
  };
}
