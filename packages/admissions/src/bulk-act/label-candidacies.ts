import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { traceSchoolEach } from '../audit/trace.ts';
import { lostOn } from '../lost-to-another.ts';
import { type Outcome, once } from '../once.ts';
import { beginBulkAct, candidaciesOf, itemsOf, keepItems, pairOf, withdrawnById } from './bulk-act-rows.ts';

export interface LabelCandidaciesInput {
  /** Null for an id that is none of ours. */
  readonly candidacyIds: readonly (string | null)[];
  readonly labelId: string;
  readonly idempotencyKey: string;
}

/** Puts one label of the school on several candidacies; one that bears it already keeps it as it was put. */
export const labelCandidacies = (work: Work, { idempotencyKey: key, ...input }: LabelCandidaciesInput): Promise<Outcome<never>> =>
  once(work, { operation: 'labelCandidacies', key, input }, () => labelled(work, input, 'LABEL'));

/** Takes one label off several candidacies. */
export const unlabelCandidacies = (
  work: Work,
  { idempotencyKey: key, ...input }: LabelCandidaciesInput,
): Promise<Outcome<never>> => once(work, { operation: 'unlabelCandidacies', key, input }, () => labelled(work, input, 'UNLABEL'));

async function labelled(
  work: Work,
  { candidacyIds, labelId }: Omit<LabelCandidaciesInput, 'idempotencyKey'>,
  kind: 'LABEL' | 'UNLABEL',
): Promise<Outcome<never>> {
  const { db, hat } = work;
  const label = await sql`select id from app.label where school_id = ${hat.school} and id = ${labelId}`.execute(db);
  if (label.rows.length === 0) throw new NotFound();
  const asked = candidacyIds.map((candidacyId, place) => ({ place, candidacyId, subjectId: labelId }));
  const bulkActId = await beginBulkAct(work, kind);
  const known = await withdrawnById(work, candidaciesOf(asked));
  const changed = await (kind === 'LABEL' ? put : taken)(work, labelId, [...known.keys()]);
  const done = new Set(changed.map((candidacyId) => pairOf(candidacyId, labelId)));
  await keepItems(work, bulkActId, itemsOf(asked, done, { known, skipsWithdrawn: false }));
  await traceSchoolEach(work, kind === 'LABEL' ? 'CANDIDACY_LABELLED' : 'CANDIDACY_UNLABELLED', changed);
  return { done: { bulkActId } };
}

type Ids = readonly string[];

/** Candidacies that did not bear the label and do now; a label deleted at this moment is lost to whoever deleted it. */
async function put({ db, hat, asOf }: Work, labelId: string, candidacyIds: Ids): Promise<Ids> {
  const { rows } = await sql<{ id: string }>`
    insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
    select ${hat.school}::uuid, c.id, ${labelId}::uuid, ${hat.principal}::uuid, ${asOf.toString()}::timestamptz
    from unnest(${candidacyIds}::uuid[]) c (id) order by c.id
    on conflict do nothing returning candidacy_id as id`
    .execute(db)
    .catch(lostOn('23503'));
  return rows.map(({ id }) => id);
}

async function taken({ db, hat }: Work, labelId: string, candidacyIds: Ids): Promise<Ids> {
  const { rows } = await sql<{ id: string }>`
    delete from app.candidacy_label where school_id = ${hat.school} and label_id = ${labelId} and candidacy_id = any(${candidacyIds}::uuid[])
    returning candidacy_id as id`.execute(db);
  return rows.map(({ id }) => id);
}
