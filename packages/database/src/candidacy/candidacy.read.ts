import type { Contact, Identity } from '@guichet/domain/application/application';
import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';
import { orderOf, pageOf, type Queue, type Stretch } from './queue.ts';

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

/** A candidacy as its school's list shows it. */
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
}

/** Who reads, in which school. */
export interface Reader {
  readonly schoolId: string;
  readonly readerId: string;
}

/** A page of a queue in one statement: the page is taken first, then its heads, names and specialisms are joined to it. */
export async function readQueue(db: Kysely<unknown>, reader: Reader, { queue, stretch }: { queue: Queue; stretch: Stretch }) {
  return rowsOf(db, reader, { page: pageOf(queue, stretch), order: orderOf(queue, stretch) });
}

/** Candidacies by id, those this reader may read. */
export async function readCandidacies(db: Kysely<unknown>, reader: Reader, ids: readonly string[]) {
  const page = sql`select c.id, c.received_at as key from app.candidacy c
    where c.school_id = ${reader.schoolId} and c.id = any(${ids}::uuid[])`;
  return rowsOf(db, reader, { page, order: sql`p.key, p.id` });
}

type Stored = Omit<CandidacyRow, 'receivedAt' | 'openedAt' | 'dossier'> &
  Omit<DossierRow, 'id' | 'identity' | 'contact' | 'submittedAt'> & {
    readonly receivedAt: string;
    readonly openedAt: string | null;
    readonly submittedAt: string;
    readonly parts: { readonly identity: Identity; readonly contact: Contact | null } | null;
  };

const specialisms = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code,
    'name', json_build_object('fr', s.name_fr, 'en', s.name_en), 'admittedMentions', s.admitted_mentions, 'version', s.version)
    order by d.position), '[]')
  from app.dossier_specialism d join app.specialism s on s.id = d.specialism_id
  where d.school_id = c.school_id and d.candidacy_id = c.id and d.number = c.dossier_number)`;

interface Paged {
  /** Selects `id` and `key`. */
  readonly page: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

async function rowsOf(db: Kysely<unknown>, { schoolId, readerId }: Reader, { page, order }: Paged): Promise<CandidacyRow[]> {
  const { rows } = await sql<Stored>`
    select c.id, c.campaign_id as "campaignId", c.notice_version_id as "noticeId", c.state, c.version, c.received_at::text as "receivedAt",
      p.key::text as key, o.at::text as "openedAt", h.number, h.reference, h.digest, h.institution, h.country,
      h.received_at::text as "submittedAt", i.identity as parts, ${specialisms} as specialisms,
      not exists (select from app.opening a where a.school_id = c.school_id and a.candidacy_id = c.id and a.means = 'SCREEN') as "isUnopened"
    from (${page}) p
    join app.candidacy c on c.school_id = ${schoolId} and c.id = p.id
    join app.dossier_head h on h.school_id = c.school_id and h.candidacy_id = c.id and h.number = c.dossier_number
    left join app.dossier_identity i on i.school_id = c.school_id and i.candidacy_id = c.id and i.number = c.dossier_number
    left join app.opening o on o.school_id = c.school_id and o.candidacy_id = c.id and o.reader_id = ${readerId}
      and o.means in ('SCREEN', 'KEY')
    order by ${order}`.execute(db);
  return rows.map(shaped);
}

function shaped({ number, reference, digest, institution, country, submittedAt, parts, ...row }: Stored): CandidacyRow {
  const dossier = { id: row.id, number, reference, digest, institution, country };
  return {
    ...row,
    receivedAt: Temporal.Instant.from(row.receivedAt),
    openedAt: row.openedAt === null ? null : Temporal.Instant.from(row.openedAt),
    dossier: {
      ...dossier,
      submittedAt: Temporal.Instant.from(submittedAt),
      identity: parts?.identity ?? null,
      contact: parts?.contact ?? null,
    },
  };
}
