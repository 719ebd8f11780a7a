import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** The lists every campaign refers to. */
export interface ReferenceData {
  readonly countries: readonly { readonly code: string; readonly fr: string; readonly en: string }[];
  readonly mentions: readonly { readonly code: string; readonly name: string; readonly domain: string }[];
  readonly institutions: readonly ListedInstitution[];
}

export interface ListedInstitution {
  readonly uai: string;
  readonly nameFr: string;
  readonly nameEn: string | null;
  readonly acronym: string | null;
  readonly city: string;
  readonly country: string;
  readonly searchKey: string;
}

/** Writes the lists; loaded again, rows that changed are brought up to date and none is removed, for dossiers refer to them. */
export async function loadReferenceData({ db }: Work, { countries, mentions, institutions }: ReferenceData): Promise<void> {
  await sql`insert into app.country (code, name_fr, name_en)
    select r.code, r.fr, r.en from json_to_recordset(${JSON.stringify(countries)}::json) as r (code text, fr text, en text)
    on conflict (code) do update set name_fr = excluded.name_fr, name_en = excluded.name_en`.execute(db);
  await sql`insert into app.mention (code, name_fr, domain)
    select r.code, r.name, r.domain from json_to_recordset(${JSON.stringify(mentions)}::json) as r (code text, name text, domain text)
    on conflict (code) do update set name_fr = excluded.name_fr, domain = excluded.domain`.execute(db);
  await sql`insert into app.institution (id, uai, name_fr, name_en, acronym, city, country, search_key)
    select gen_random_uuid(), r.uai, r."nameFr", r."nameEn", r.acronym, r.city, r.country, r."searchKey"
    from json_to_recordset(${JSON.stringify(institutions)}::json) as r (uai text, "nameFr" text, "nameEn" text, acronym text, city text, country text,
      "searchKey" text)
    on conflict (uai) do update set name_fr = excluded.name_fr, name_en = excluded.name_en, acronym = excluded.acronym,
      city = excluded.city, search_key = excluded.search_key`.execute(db);
}
