import type { Answers, Qualification, StudyYear } from '@guichet/domain/application/application';
import { type Kysely, sql } from 'kysely';

/** What a dossier says, as one school received it. */
export interface ContentRow {
  readonly candidacyId: string;
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification | null;
  readonly answers: Answers | null;
}

/** Whose copies, and of which of them the reader may have the content. */
export interface ContentReach {
  readonly schoolId: string;
  /** Only what is assigned to this reader at this moment, whatever they opened before; null for whoever opens every dossier. */
  readonly onlyAssignedTo: string | null;
}

/** Contents of the newest copies of some candidacies. Without an opening by this reader the database answers no row. */
export async function readContents(
  db: Kysely<unknown>,
  { schoolId, onlyAssignedTo }: ContentReach,
  candidacyIds: readonly string[],
): Promise<ContentRow[]> {
  const within = onlyAssignedTo
    ? sql`and exists (select from app.assignment a where a.school_id = c.school_id and a.candidacy_id = c.id
        and a.reader_id = ${onlyAssignedTo} and a.ended_at is null)`
    : sql``;
  const { rows } = await sql<ContentRow>`
    select c.id as "candidacyId", t.content->'studies' as studies, t.content->'qualification' as qualification,
      t.content->'answers' as answers
    from app.candidacy c
    join app.dossier_content t on t.school_id = c.school_id and t.candidacy_id = c.id and t.number = c.dossier_number
    where c.school_id = ${schoolId} and c.id = any(${candidacyIds}::uuid[]) ${within}`.execute(db);
  return rows;
}
