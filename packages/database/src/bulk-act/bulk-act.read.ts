import { type BulkActKind, type BulkOutcome, type UndoOutcome, undoableUntil } from '@guichet/domain/bulk-act/bulk-act';
import { type Kysely, sql } from 'kysely';

/** What an act did, or would do, to one candidacy. */
export interface BulkOutcomeRow {
  readonly place: number;
  readonly candidacyId: string | null;
  readonly reader: { readonly id: string; readonly displayName: string } | null;
  readonly outcome: BulkOutcome;
  readonly undoOutcome: UndoOutcome | null;
}

/** One act on several candidacies, of this person. */
export interface BulkActRow {
  readonly id: string;
  readonly kind: BulkActKind;
  readonly at: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoableUntil: Temporal.Instant;
  readonly outcomes: readonly BulkOutcomeRow[];
}

type Stored = Omit<BulkActRow, 'at' | 'undoneAt' | 'undoableUntil'> & { readonly at: string; readonly undoneAt: string | null };

const reader = sql`case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end`;

/** Acts of one's own by id, with what they did to each candidacy, in the order of the list given. */
export async function readBulkActs(
  db: Kysely<unknown>,
  { schoolId, actorId }: { readonly schoolId: string; readonly actorId: string },
  ids: readonly string[],
): Promise<BulkActRow[]> {
  const { rows } = await sql<Stored>`
    select b.id, b.kind, b.at::text as at, b.undone_at::text as "undoneAt", i.outcomes
    from app.bulk_act b cross join lateral (
      select coalesce(json_agg(json_build_object('place', i.place, 'candidacyId', i.candidacy_id, 'reader', ${reader},
        'outcome', i.outcome, 'undoOutcome', i.undo_outcome) order by i.place, m.display_name collate "fr-x-icu", m.id), '[]') as outcomes
      from app.bulk_act_item i
      left join app.membership m on m.school_id = i.school_id and m.account_id = i.subject_id
      where i.school_id = b.school_id and i.act_id = b.id) i
    where b.school_id = ${schoolId} and b.actor_id = ${actorId} and b.id = any(${ids}::uuid[])`.execute(db);
  return rows.map((row) => {
    const at = Temporal.Instant.from(row.at);
    const undoneAt = row.undoneAt === null ? null : Temporal.Instant.from(row.undoneAt);
    return { ...row, at, undoneAt, undoableUntil: undoableUntil(at) };
  });
}

/** One of the school's candidacies as a preview weighs it. */
export interface ForeseenRow {
  readonly id: string;
  readonly campaignId: string;
  readonly isWithdrawn: boolean;
  /** Which of the readers or labels asked about it has already. */
  readonly held: readonly string[];
}

/** Candidacies among some ids, and which of some readers (accounts) or which label they have. */
export async function readForeseen(
  db: Kysely<unknown>,
  schoolId: string,
  { ids, subjects }: { readonly ids: readonly string[]; readonly subjects: readonly string[] },
): Promise<ForeseenRow[]> {
  const { rows } = await sql<ForeseenRow>`
    select c.id, c.campaign_id as "campaignId", c.state in ('WITHDRAWN', 'WITHDRAWN_LATE') as "isWithdrawn",
      array(select a.reader_id::text from app.assignment a where a.school_id = c.school_id and a.candidacy_id = c.id
          and a.reader_id = any(${subjects}::uuid[]) and a.ended_at is null
        union all select l.label_id::text from app.candidacy_label l where l.school_id = c.school_id and l.candidacy_id = c.id
          and l.label_id = any(${subjects}::uuid[])) as held
    from app.candidacy c where c.school_id = ${schoolId} and c.id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
