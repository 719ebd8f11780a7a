import { readFileSync } from 'node:fs';
import { isUai } from '@guichet/domain/candidate/national-letter';
import { parse } from 'csv-parse/sync';
import { countryCodeOf } from './countries.ts';

/** An institution of higher education of the ministry's open list; `uai` is the national identifier. */
export interface Institution {
  readonly uai: string;
  readonly nameFr: string;
  readonly nameEn: string | null;
  readonly acronym: string | null;
  readonly kind: string;
  readonly sector: string;
  readonly city: string;
  readonly academy: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2; French schools abroad (Athens, Rome, Madrid, Cairo) stand where they are. */
  readonly country: string;
  readonly website: string | null;
  /** Identifier in the Research Organization Registry. */
  readonly ror: string | null;
}

/** The institutions shipped in data/institutions.csv, in the order of their UAI; a UAI whose letter is wrong stops the reading. */
export function readInstitutions(): readonly Institution[] {
  const text = readFileSync(new URL('../../data/institutions.csv', import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return rows.map(institutionOf);
}

function institutionOf(row: Readonly<Record<string, string>>): Institution {
  const uai = row['uai'] ?? '';
  if (!isUai(uai)) throw new Error(`institutions.csv: ${uai} is no UAI; its letter does not fit its number`);
  return {
    uai,
    nameFr: row['name_fr'] ?? '',
    nameEn: row['name_en'] || null,
    acronym: row['acronym'] || null,
    kind: row['type'] ?? '',
    sector: row['sector'] ?? '',
    city: row['city'] ?? '',
    academy: row['academy'] ?? '',
    region: row['region'] ?? '',
    country: countryCodeOf(row['country'] ?? ''),
    website: row['website'] || null,
    ror: row['ror'] || null,
  };
}
