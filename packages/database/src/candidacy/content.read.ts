import type { Answers, Qualification, StudyYear } from '@guichet/domain/application/application';
import { type Kysely, sql } from 'kysely';
import type { Reader } from './candidacy.read.ts';

/** What a dossier says, as one school received it. */
export interface ContentRow {
  readonly candidacyId: string;
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification | null;
  readonly answers: Answers | null;
}

/** Contents of the newest copies of some candidacies. Without an opening by this reader the database answers no row. */
export async function readContents(
  db: Kysely<unknown>,
  { schoolId }: Pick<Reader, 'schoolId'>,
  candidacyIds: readonly string[],
): Promise<ContentRow[]> {
  const { rows } = await sql<ContentRow>`
    select c.id as "candidacyId", t.content->'studies' as studies, t.content->'qualification' as qualification,
      t.content->'answers' as answers
    from app.candidacy c
    join app.dossier_content t on t.school_id = c.school_id and t.candidacy_id = c.id and t.number = c.dossier_number
    where c.school_id = ${schoolId} and c.id = any(${candidacyIds}::uuid[])`.execute(db);
  return rows;
}
