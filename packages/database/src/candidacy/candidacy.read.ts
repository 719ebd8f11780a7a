import type { Contact, Identity } from '@guichet/domain/application/application';
import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { StoredInstant } from '../instant/stored-instant.ts';
import type { LabelRow } from '../label/label.read.ts';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';
import { ListedCandidacy, type StoredCandidacy } from './listed-candidacy.ts';
import { orderOf, pageOf, type Queue, type Stretch } from './queue.ts';
import { sharedBy } from './shared-lists.ts';
import { keptWith, type Reader, readTogether, type Together, wholeCandidacy } from './together.ts';

/** The dossier as this school received it, without its content. */
export interface DossierRow {
  /** The candidacy's: a school reads one dossier per candidacy, its newest copy. */
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly digest: string;
  readonly submittedAt: Temporal.Instant;
  readonly institution: string | null;
  readonly country: string | null;
  /** Both null while this reader's mask is on. */
  readonly identity: Identity | null;
  readonly contact: Contact | null;
}

/** A candidacy as its school's list shows it; what the list was not asked for is not there. */
export interface CandidacyRow {
  readonly id: string;
  readonly campaignId: string;
  readonly noticeId: string;
  readonly state: CandidacyState;
  readonly version: number;
  readonly receivedAt: Temporal.Instant;
  readonly isUnopened: boolean;
  /** When this reader opened it. */
  readonly openedAt: Temporal.Instant | null;
  readonly specialisms: readonly SpecialismRow[];
  readonly dossier: DossierRow;
  /** Where the row stands in the list it was read for, at the database's full precision. */
  readonly key: string;
  /** The two instants as they were stored. */
  readonly stored: { readonly receivedAt: StoredInstant; readonly openedAt: StoredInstant | null };
  /** What was asked for with the row, absent otherwise. */
  readonly labels?: readonly LabelRow[] | undefined;
  /** Its newest notes, without what stands in other tables than their own. */
  readonly notes?: readonly BareNote[] | undefined;
}

/** A note without its words and its people; where nothing but ids is read, its id alone. */
export interface BareNote {
  readonly id: string;
  readonly version: number | null;
  /** Sort key, at the database's full precision. */
  readonly key: string | null;
}

/** A page of a queue in one statement: the page is taken first, then what is asked for is joined to it. */
export async function readQueue(
  db: Kysely<unknown>,
  reader: Reader,
  { queue, stretch, together = wholeCandidacy }: { queue: Queue; stretch: Stretch; together?: Together },
) {
  const kept = sql`${columns} ${keptWith(together)}`;
  const [page, order, isByName] = [pageOf(queue, stretch, kept), orderOf(queue, stretch), queue.order === 'LAST_NAME_ASC'];
  return rowsOf(db, reader, { page, order, isByName, together });
}

/** Candidacies by id, those this reader may read. */
export async function readCandidacies(db: Kysely<unknown>, reader: Reader, ids: readonly string[]): Promise<CandidacyRow[]> {
  const page = sql`select c.id, c.received_at as key, ${columns} ${keptWith(wholeCandidacy)} from app.candidacy c
    where c.school_id = ${reader.schoolId} and c.id = any(${ids}::uuid[])`;
  const rows = await rowsOf(db, reader, { page, order: sql`p.key, p.id` });
  return rows.map((row) => row.alone());
}

const columns = sql`c.campaign_id, c.notice_version_id, c.state, c.version, c.received_at, c.dossier_number`;

interface Paged {
  /** Selects `id`, `key` and the candidacy's columns; the key is the instant of arrival or the name. */
  readonly page: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  /** Whether the key is the name: the instant of arrival is told anyway. */
  readonly isByName?: boolean;
  readonly together?: Together | undefined;
}

async function rowsOf(db: Kysely<unknown>, reader: Reader, paged: Paged): Promise<ListedCandidacy[]> {
  const { page, order, isByName = false, together = wholeCandidacy } = paged;
  const { columns: further, tables } = readTogether(together, reader);
  const { rows } = await sql<StoredCandidacy>`
    select p.id, p.campaign_id as "campaignId", p.notice_version_id as "noticeId", p.state, p.version,
      p.received_at::text as "receivedAt" ${isByName ? sql`, p.key` : sql``} ${sql.join(further, sql` `)}
    from (${page}) p ${sql.join(tables, sql` `)}
    order by ${order}`.execute(db);
  const shared = sharedBy(rows);
  return rows.map((row) => new ListedCandidacy(row, shared));
}
