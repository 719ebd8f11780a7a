import { type Kysely, sql } from 'kysely';

/** A French institution of higher education as everybody may read it. */
export interface InstitutionRow {
  readonly id: string;
  readonly uai: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly acronym: string | null;
  readonly city: string;
  readonly country: string;
  /** Sort key of lists: it begins with the name, accents off, so that É stands among the e's. */
  readonly searchKey: string;
}

export type WhichInstitutions =
  | { readonly ids: readonly string[] }
  | {
      /** Each must occur in the search key: accents off, lower case. */
      readonly words: readonly string[];
      readonly after: { readonly key: string | null; readonly id: string } | null;
      readonly limit: number;
    };

/** Institutions by id, or a page of those that hold every word, by name. */
export async function readInstitutions(db: Kysely<unknown>, which: WhichInstitutions): Promise<InstitutionRow[]> {
  const { rows } = await sql<InstitutionRow>`
    select i.id, i.uai, json_build_object('fr', i.name_fr, 'en', i.name_en) as name, i.acronym, i.city, i.country,
      i.search_key as "searchKey"
    from app.institution i where ${selection(which)}`.execute(db);
  return rows;
}

function selection(which: WhichInstitutions) {
  if ('ids' in which) return sql`i.id = any(${which.ids}::uuid[])`;
  const patterns = which.words.map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const { after } = which;
  const beyond = after ? sql`and (i.search_key collate "C", i.id) > (${after.key}::text collate "C", ${after.id}::uuid)` : sql``;
  return sql`i.search_key like all(${patterns}::text[]) ${beyond} order by i.search_key collate "C", i.id limit ${which.limit}`;
}
