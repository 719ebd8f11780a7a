import { type Kysely, sql } from 'kysely';

/** A specialism of the shared list, with what it admits today; a notice keeps what it admitted when it was frozen. */
export interface SpecialismRow {
  readonly id: string;
  readonly code: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly admittedMentions: readonly string[];
  readonly version: number;
}

/** Specialisms by id, or the whole list. */
export async function readSpecialisms(
  db: Kysely<unknown>,
  which: { readonly ids: readonly string[] } | 'ALL',
): Promise<SpecialismRow[]> {
  const condition = which === 'ALL' ? sql`true` : sql`s.id = any(${which.ids}::uuid[])`;
  const { rows } = await sql<SpecialismRow>`
    select s.id, s.code, json_build_object('fr', s.name_fr, 'en', s.name_en) as name, s.admitted_mentions as "admittedMentions", s.version
    from app.specialism s where ${condition} order by s.code`.execute(db);
  return rows;
}
