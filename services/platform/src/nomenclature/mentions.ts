import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A national master's mention: the code is ours, the name the ministry's (docs/reference-data.md). */
export interface Mention {
  readonly code: string;
  readonly nameFr: string;
  readonly domain: string;
}

/** The mentions shipped in data/m1-mentions.csv, in the order of their codes. */
export function readMentions(): readonly Mention[] {
  const text = readFileSync(new URL('../../data/m1-mentions.csv', import.meta.url), 'utf8');
  const rows: Record<'code' | 'name_fr' | 'domain', string>[] = parse(text, { columns: true });
  return rows.map((row) => ({ code: row.code, nameFr: row.name_fr, domain: row.domain }));
}
