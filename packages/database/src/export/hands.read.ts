import { type Kysely, sql } from 'kysely';
import { mayRead } from '../assignment/reader.read.ts';

/** In whose hands some candidacies are, and under which labels: names, in alphabetical order; whoever left reads none of them. */
export interface HandsRow {
  readonly candidacyId: string;
  readonly assignedTo: readonly string[];
  readonly labels: readonly string[];
}

/** In one statement for a whole batch. */
export async function readHands(db: Kysely<unknown>, schoolId: string, candidacyIds: readonly string[]): Promise<HandsRow[]> {
  const { rows } = await sql<HandsRow>`
    select k.id as "candidacyId",
      array(select m.display_name from app.assignment a
        join app.membership m on m.school_id = a.school_id and m.account_id = a.reader_id
        where a.school_id = ${schoolId} and a.candidacy_id = k.id and a.ended_at is null and ${mayRead}
        order by m.display_name collate "fr-x-icu") as "assignedTo",
      array(select l.name from app.candidacy_label c join app.label l on l.school_id = c.school_id and l.id = c.label_id
        where c.school_id = ${schoolId} and c.candidacy_id = k.id order by l.name collate "fr-x-icu") as labels
    from unnest(${candidacyIds}::uuid[]) k (id)`.execute(db);
  return rows;
}
