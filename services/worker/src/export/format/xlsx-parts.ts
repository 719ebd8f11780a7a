import type { Cell } from './cells.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const contentTypes = `${head}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;

export const rootRelations = `${head}<Relationships xmlns="${packages}/relationships">
<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookRelations = `${head}<Relationships xmlns="${packages}/relationships">
<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

/** Styles by place: 0 plain, 1 text, 2 day, 3 day and time, 4 heading. Text is text even when somebody edits the cell. */
export const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** One sheet; the range of its filter is known once the last row is. */
export const workbook = (sheet: string, range: string) => `${head}<workbook xmlns="${main}" xmlns:r="${relations}">
<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets>
<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${sheet}!${range}</definedName></definedNames></workbook>`;

/** The sheet up to its first row: headings stay in view. */
export const sheetHead = (columns: number) => `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols><col min="1" max="${columns}" width="20" customWidth="1"/></cols><sheetData>`;

export const sheetEnd = (range: string) => `</sheetData><autoFilter ref="${range}"/></worksheet>`;

/** Column A to Z, then AA and on. */
export function letterOf(index: number): string {
  const rest = index < 26 ? '' : letterOf(Math.floor(index / 26) - 1);
  return rest + String.fromCharCode(65 + (index % 26));
}

/** One cell with its type; a text is never read as a formula. */
export function cellXml(place: string, cell: Cell, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textXml(place, cell, 1);
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const style = cell instanceof Temporal.PlainDate ? 2 : 3;
  return `<c r="${place}" s="${style}"><v>${serialOf(cell, zone)}</v></c>`;
}

export const textXml = (place: string, text: string, style: 1 | 4) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Days since the 30th of December 1899, as sheets count; an instant as the clock on the wall of the zone shows it. */
export function serialOf(value: Temporal.PlainDate | Temporal.Instant, zone: string): number {
  const wall = value instanceof Temporal.Instant ? value.toZonedDateTimeISO(zone).toPlainDateTime() : value.toPlainDateTime();
  return wall.toZonedDateTime('UTC').epochMilliseconds / 86_400_000 + 25_569;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** XML knows no other control characters: sheets write them as `_xHHHH_`, and what looks like that with its own underscore so. */
const escaped = (text: string) =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>\r]/g, (sign) => entities[sign] ?? '')
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, coded);

const coded = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
