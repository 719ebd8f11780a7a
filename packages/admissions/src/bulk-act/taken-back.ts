import type { Work } from '@guichet/database/session/work';
import type { BulkActKind } from '@guichet/domain/bulk-act/bulk-act';
import { type RawBuilder, sql } from 'kysely';
import { lostOn } from '../lost-to-another.ts';

interface Standing {
  readonly id: string;
  readonly at: Temporal.Instant;
}

/** A candidacy, with the reader or label it is as before of. */
export interface PairTakenBack {
  readonly candidacyId: string;
  readonly subjectId: string;
}

type TakeBack = (work: Work, act: Standing) => Promise<readonly PairTakenBack[]>;

/** How each kind of act is taken back: only what still is as the act left it, in one statement. */
export const takenBack: Readonly<Record<BulkActKind, TakeBack>> = {
  ASSIGN: unassigned,
  UNASSIGN: assignedAgain,
  LABEL: unlabelled,
  UNLABEL: labelledAgain,
};

/** What the act did, as rows `i` to join. */
const itemsOf = ({ hat }: Work, { id }: Standing): RawBuilder<unknown> =>
  sql`(select candidacy_id, subject_id from app.bulk_act_item where school_id = ${hat.school} and act_id = ${id} and outcome = 'DONE') i`;

const ofAssignment = ({ hat }: Work, { id }: Standing): RawBuilder<unknown> =>
  sql`a.school_id = ${hat.school} and a.candidacy_id = i.candidacy_id and a.reader_id = i.subject_id and a.act_id = ${id}`;

/** Somebody who opened it on screen has begun to read: they keep it. When is not asked: whoever had it before opened it then, and once. */
async function unassigned(work: Work, act: Standing) {
  const { rows } = await sql<PairTakenBack>`
    update app.assignment a set ended_at = ${work.asOf.toString()} from ${itemsOf(work, act)}
    where ${ofAssignment(work, act)} and a.ended_at is null and not exists (select from app.opening o
      where o.school_id = a.school_id and o.candidacy_id = a.candidacy_id and o.reader_id = a.reader_id and o.means = 'SCREEN')
    returning a.candidacy_id as "candidacyId", a.reader_id as "subjectId"`.execute(work.db);
  return rows;
}

/** Whoever left since, or reads no more, is given nothing again. */
async function assignedAgain(work: Work, act: Standing) {
  const { rows } = await sql<PairTakenBack>`
    update app.assignment a set ended_at = null from ${itemsOf(work, act)}
    where ${ofAssignment(work, act)} and a.ended_at is not null and exists (select from app.membership m
      where m.school_id = a.school_id and m.account_id = a.reader_id and m.ended_at is null and 'REVIEWER' = any(m.functions))
    returning a.candidacy_id as "candidacyId", a.reader_id as "subjectId"`.execute(work.db);
  return rows;
}

async function unlabelled(work: Work, act: Standing) {
  const { rows } = await sql<PairTakenBack>`
    delete from app.candidacy_label l using ${itemsOf(work, act)}
    where l.school_id = ${work.hat.school} and l.candidacy_id = i.candidacy_id and l.label_id = i.subject_id
      and l.author_id = ${work.hat.principal} and l.at = ${act.at.toString()}
    returning l.candidacy_id as "candidacyId", l.label_id as "subjectId"`.execute(work.db);
  return rows;
}

/** A label deleted since stays deleted. */
async function labelledAgain(work: Work, act: Standing) {
  const { hat, asOf, db } = work;
  const { rows } = await sql<PairTakenBack>`
    insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
    select k.school_id, i.candidacy_id, k.id, ${hat.principal}::uuid, ${asOf.toString()}::timestamptz
    from ${itemsOf(work, act)} join app.label k on k.school_id = ${hat.school} and k.id = i.subject_id order by i.candidacy_id
    on conflict do nothing returning candidacy_id as "candidacyId", label_id as "subjectId"`
    .execute(db)
    .catch(lostOn('23503'));
  return rows;
}
