import { type Kysely, sql } from 'kysely';

/** A national master's mention. */
export interface MentionRow {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
}

/** A country by its ISO 3166-1 alpha-2 code. */
export interface CountryRow {
  readonly code: string;
  readonly name: { readonly fr: string; readonly en: string };
}

/** Every mention, by domain and name. */
export async function readMentions(db: Kysely<unknown>): Promise<MentionRow[]> {
  const { rows } = await sql<MentionRow>`select m.code, m.name_fr as name, m.domain from app.mention m
    order by m.domain collate "fr-x-icu", m.name_fr collate "fr-x-icu", m.code`.execute(db);
  return rows;
}

/** Every country, by its French name. */
export async function readCountries(db: Kysely<unknown>): Promise<CountryRow[]> {
  const { rows } =
    await sql<CountryRow>`select c.code, json_build_object('fr', c.name_fr, 'en', c.name_en) as name from app.country c
    order by c.name_fr collate "fr-x-icu", c.code`.execute(db);
  return rows;
}
