import type { SchoolPage } from '@guichet/domain/school/school-page';
import { type Kysely, sql } from 'kysely';

/** What a school says of itself, with what decides whether it may say otherwise. */
export interface SchoolPageRow extends SchoolPage {
  readonly version: number;
  /** Whether it takes part in an open campaign. */
  readonly takesDossiers: boolean;
}

/** The page of one school, locked until the transaction ends but for whoever merely files there; null when there is none. */
export async function readSchoolPage(db: Kysely<unknown>, schoolId: string): Promise<SchoolPageRow | null> {
  const { rows } = await sql<SchoolPageRow>`
    select s.short_name as "shortName", s.city, s.colour, s.version,
      case when s.contact_name is null then null else json_build_object('name', s.contact_name, 'telephone', s.contact_telephone,
        'email', s.contact_email) end as contact,
      exists (select from app.campaign_member m join app.campaign c on c.id = m.campaign_id
        where m.school_id = s.id and c.state = 'OPEN') as "takesDossiers"
    from app.school s where s.id = ${schoolId} for no key update of s`.execute(db);
  return rows[0] ?? null;
}
