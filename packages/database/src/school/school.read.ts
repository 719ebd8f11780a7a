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

/** A school, `s`, as it is told within the row of something else. */
export const schoolJson = sql`json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'shortName', s.short_name, 'city', s.city,
    'colour', s.colour, 'version', s.version, 'contact', case when s.contact_name is null then null else json_build_object('name', s.contact_name,
      'telephone', s.contact_telephone, 'email', s.contact_email) end)`;

type Which =
  | { readonly ids: readonly string[] }
  | { readonly slug: string }
  | { readonly after: { readonly key: string | null; readonly id: string } | null; readonly limit: number };

/** Schools by id, by slug, or a page of them by slug, in one statement. */
export async function readSchools(db: Kysely<unknown>, which: Which): Promise<SchoolRow[]> {
  const { rows } = await sql<SchoolRow>`
    select s.id, s.slug, s.name, s.short_name as "shortName", s.city, s.colour, s.version,
      case when s.contact_name is null then null else json_build_object('name', s.contact_name, 'telephone', s.contact_telephone,
        'email', s.contact_email) end as contact
    from app.school s where ${selection(which)}`.execute(db);
  return rows;
}

function selection(which: Which) {
  if ('ids' in which) return sql`s.id = any(${which.ids}::uuid[])`;
  if ('slug' in which) return sql`s.slug = ${which.slug}`;
  const { after, limit } = which;
  const beyond = after ? sql`(s.slug collate "C", s.id) > (${after.key}::text collate "C", ${after.id}::uuid)` : sql`true`;
  return sql`${beyond} order by s.slug collate "C", s.id limit ${limit}`;
}
