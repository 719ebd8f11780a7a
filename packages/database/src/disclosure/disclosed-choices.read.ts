import { type Kysely, sql } from 'kysely';

/** What was disclosed of the other choices behind one candidacy. */
export interface DisclosedRow {
  readonly candidacyId: string;
  /** Other schools. */
  readonly count: number;
}

/** What was disclosed for several candidacies, in one statement; none where the campaign discloses nothing or is not closed. */
export async function readDisclosedChoices(
  db: Kysely<unknown>,
  { schoolId, candidacyIds }: { readonly schoolId: string; readonly candidacyIds: readonly string[] },
): Promise<DisclosedRow[]> {
  const { rows } = await sql<DisclosedRow>`
    select d.candidacy_id as "candidacyId", d.count from app.disclosed_choices d
    where d.school_id = ${schoolId} and d.candidacy_id = any(${candidacyIds}::uuid[])`.execute(db);
  return rows;
}
