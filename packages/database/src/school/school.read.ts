import { type Kysely, sql } from 'kysely';

/** A school as everybody may read it. */
export interface SchoolRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly city: string;
  readonly colour: string;
  readonly version: number;
  readonly contact: { readonly name: string; readonly telephone: string | null; readonly email: string | null } | null;
}

type Which = { readonly ids: readonly string[] } | { readonly slug: string };

/** Schools by id or by slug, in one statement. */
export async function readSchools(db: Kysely<unknown>, which: Which): Promise<SchoolRow[]> {
  const condition = 'ids' in which ? sql`s.id = any(${which.ids}::uuid[])` : sql`s.slug = ${which.slug}`;
  const { rows } = await sql<SchoolRow>`
    select s.id, s.slug, s.name, s.short_name as "shortName", s.city, s.colour, s.version,
      case when s.contact_name is null then null else json_build_object('name', s.contact_name, 'telephone', s.contact_telephone,
        'email', s.contact_email) end as contact
    from app.school s where ${condition}`.execute(db);
  return rows;
}
