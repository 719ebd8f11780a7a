import { type Kysely, sql } from 'kysely';

/** Codes a candidate gave, of the lists everybody shares. */
export interface GivenCodes {
  readonly countries?: readonly string[];
  readonly mentions?: readonly string[];
  readonly institutions?: readonly string[];
}

/** What of them is in no list, and the names of the institutions that are. */
export interface CheckedCodes {
  readonly unknownCountries: readonly string[];
  readonly unknownMentions: readonly string[];
  readonly institutions: readonly { readonly uai: string; readonly name: string; readonly country: string }[];
}

/** Looks all codes of a section up in one statement. */
export async function readGivenCodes(
  db: Kysely<unknown>,
  { countries = [], mentions = [], institutions = [] }: GivenCodes,
): Promise<CheckedCodes> {
  const { rows } = await sql<CheckedCodes>`
    select array(select g from unnest(${countries}::text[]) g where not exists (select from app.country c where c.code = g)) as "unknownCountries",
      array(select g from unnest(${mentions}::text[]) g where not exists (select from app.mention m where m.code = g)) as "unknownMentions",
      (select coalesce(json_agg(json_build_object('uai', i.uai, 'name', i.name_fr, 'country', i.country)), '[]')
        from app.institution i where i.uai = any(${institutions}::text[])) as institutions`.execute(db);
  return rows[0] as CheckedCodes;
}
