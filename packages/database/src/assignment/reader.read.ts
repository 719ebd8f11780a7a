import { type Kysely, sql } from 'kysely';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';

/** One of a school's readers, as its desk shows them. */
export interface ReaderRow {
  /** The membership's. */
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
  /** False once they left or lost the function: what still stands with them waits for another. */
  readonly isReading: boolean;
  readonly specialisms: readonly SpecialismRow[];
  readonly largestLoad: number | null;
  /** 0 before a first profile. */
  readonly version: number;
  /** Dossiers in hand in the campaign asked about; null when none was. */
  readonly load: number | null;
}

/** Candidacies nobody reads any more, whoever they were given to. */
export const withdrawnStates = sql`('WITHDRAWN', 'WITHDRAWN_LATE')`;

/** The member `m` is a reader now. */
export const mayRead = sql`(m.ended_at is null and 'REVIEWER' = any(m.functions))`;

interface Which {
  readonly schoolId: string;
  /** Null: loads are not counted, and whoever left is left out. */
  readonly campaignId: string | null;
  /** Memberships; null for all. */
  readonly ids?: readonly string[] | null;
}

const specialisms = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code,
    'name', json_build_object('fr', s.name_fr, 'en', s.name_en), 'admittedMentions', s.admitted_mentions, 'version', s.version) order by s.code), '[]')
  from app.reader_specialism r join app.specialism s on s.id = r.specialism_id
  where r.school_id = m.school_id and r.reader_id = m.account_id)`;

/** Readers by name, with what they read, how much they take and how much they have. */
export async function readReaders(db: Kysely<unknown>, { schoolId, campaignId, ids = null }: Which): Promise<ReaderRow[]> {
  const some = ids === null ? sql`` : sql`and m.id = any(${ids}::uuid[])`;
  const { rows } = await sql<ReaderRow>`
    select m.id, m.account_id as "accountId", m.display_name as "displayName", ${mayRead} as "isReading", ${specialisms} as specialisms,
      p.largest_load as "largestLoad", coalesce(p.version, 0) as version,
      case when ${campaignId}::uuid is null then null else coalesce(l.n, 0) end as load
    from app.membership m
    left join app.reader_profile p on p.school_id = m.school_id and p.reader_id = m.account_id
    left join (select a.reader_id, count(*)::int as n from app.assignment a
        join app.candidacy c on c.school_id = a.school_id and c.id = a.candidacy_id
      where a.school_id = ${schoolId} and c.campaign_id = ${campaignId} and a.ended_at is null and c.state not in ${withdrawnStates}
      group by a.reader_id) l on l.reader_id = m.account_id
    where m.school_id = ${schoolId} ${some} and (${mayRead} or l.n > 0)
    order by m.display_name collate "fr-x-icu", m.id`.execute(db);
  return rows;
}

/** A reader of one candidacy, as colleagues name them. */
export interface AssignedReaderRow {
  readonly candidacyId: string;
  readonly id: string;
  readonly displayName: string;
}

/** Who reads several candidacies now, by name, in one statement; whoever left is none of them. */
export async function readReadersOf(
  db: Kysely<unknown>,
  { schoolId, candidacyIds }: { readonly schoolId: string; readonly candidacyIds: readonly string[] },
): Promise<AssignedReaderRow[]> {
  const { rows } = await sql<AssignedReaderRow>`
    select a.candidacy_id as "candidacyId", m.id, m.display_name as "displayName" from app.assignment a
    join app.membership m on m.school_id = a.school_id and m.account_id = a.reader_id
    where a.school_id = ${schoolId} and a.candidacy_id = any(${candidacyIds}::uuid[]) and a.ended_at is null and ${mayRead}
    order by m.display_name collate "fr-x-icu", m.id`.execute(db);
  return rows;
}
