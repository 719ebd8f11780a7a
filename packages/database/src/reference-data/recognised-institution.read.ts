import { type Kysely, sql } from 'kysely';
import type { InstitutionRow } from './institution.read.ts';

/** How a dossier names an institution: by its number, or by a spelling and a country. */
export interface NamedInstitution {
  readonly uai: string | null;
  readonly searchKey: string | null;
  readonly country: string | null;
}

/** Listed institutions in the order of what was asked; null where nothing of the list answers to it. */
export async function readRecognisedInstitutions(
  db: Kysely<unknown>,
  named: readonly NamedInstitution[],
): Promise<(InstitutionRow | null)[]> {
  const { rows } = await sql<{ at: number; institution: InstitutionRow | null }>`
    select n.at, case when i.id is null then null else json_build_object('id', i.id, 'uai', i.uai, 'name', json_build_object('fr', i.name_fr,
      'en', i.name_en), 'acronym', i.acronym, 'city', i.city, 'country', i.country, 'searchKey', i.search_key) end as institution
    from json_to_recordset(${JSON.stringify(named.map((each, at) => ({ ...each, at })))}::json) as n (at int, uai text, "searchKey" text, country text)
    left join app.institution_alias a on n.uai is null and a.search_key = n."searchKey" collate "C" and a.country = n.country
    left join app.institution i on i.id = a.institution_id or i.uai = n.uai order by n.at`.execute(db);
  return rows.map(({ institution }) => institution);
}
