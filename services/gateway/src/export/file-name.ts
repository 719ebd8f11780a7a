import type { ExportJobRow } from '@guichet/database/export/export-job.read';
import type { ExportFormat } from '@guichet/domain/export/export-job';

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  JSON_LINES: 'application/jsonl; charset=utf-8',
};

const endings: Readonly<Record<ExportFormat, string>> = { CSV: 'csv', XLSX: 'xlsx', JSON_LINES: 'jsonl' };
const beginnings = { fr: 'candidatures', en: 'candidacies' } as const;

/** Campaign, day and hour on the campaign's own clock: `candidatures-astg3-2027-2027-02-01-1000.csv`; ASCII alone, so that no browser changes it. */
export function fileNameOf({ campaignSlug, createdAt, zone, locale, format }: ExportJobRow): string {
  const at = createdAt.toZonedDateTimeISO(zone);
  const time = `${at.hour}`.padStart(2, '0') + `${at.minute}`.padStart(2, '0');
  return `${beginnings[locale]}-${campaignSlug}-${at.toPlainDate()}-${time}.${endings[format]}`;
}
