import { type Kysely, sql } from 'kysely';

/** A label of a school. */
export interface LabelRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly version: number;
}

const columns = sql`l.id, l.name, l.colour, l.version`;
const byName = sql`l.name collate "fr-x-icu", l.id`;

/** The labels of a school, by name; or some of them by id. */
export async function readLabels(db: Kysely<unknown>, schoolId: string, ids?: readonly string[]): Promise<LabelRow[]> {
  const some = ids ? sql`and l.id = any(${ids}::uuid[])` : sql``;
  const { rows } = await sql<LabelRow>`
    select ${columns} from app.label l where l.school_id = ${schoolId} ${some} order by ${byName}`.execute(db);
  return rows;
}

/** A label on a candidacy. */
export interface PutLabelRow extends LabelRow {
  readonly candidacyId: string;
}

/** The labels on several candidacies, each one's by name, in one statement. */
export async function readLabelsOn(
  db: Kysely<unknown>,
  { schoolId, candidacyIds }: { readonly schoolId: string; readonly candidacyIds: readonly string[] },
): Promise<PutLabelRow[]> {
  const { rows } = await sql<PutLabelRow>`
    select p.candidacy_id as "candidacyId", ${columns} from app.candidacy_label p
    join app.label l on l.school_id = p.school_id and l.id = p.label_id
    where p.school_id = ${schoolId} and p.candidacy_id = any(${candidacyIds}::uuid[]) order by ${byName}`.execute(db);
  return rows;
}
