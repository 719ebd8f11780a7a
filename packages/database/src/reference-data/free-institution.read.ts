import { type Kysely, sql } from 'kysely';

/** How far a spelling is reconciled. */
export const spellingStates = ['PENDING', 'MERGED', 'DISMISSED'] as const;
export type SpellingState = (typeof spellingStates)[number];

/** One spelling of an institution that candidates typed, with how many did; never who. */
export interface FreeInstitutionRow {
  /** Of one row that bears the spelling: whichever it is, it stands for them all. */
  readonly id: string;
  readonly name: string;
  readonly searchKey: string;
  readonly country: string;
  readonly state: SpellingState;
  readonly institutionId: string | null;
  readonly candidateCount: number;
  readonly firstSeenAt: Temporal.Instant;
}

type Stored = Omit<FreeInstitutionRow, 'firstSeenAt'> & { readonly firstSeenAt: string };

export type WhichSpellings =
  | { readonly ids: readonly string[] }
  | {
      readonly state: SpellingState;
      readonly after: { readonly searchKey: string; readonly country: string } | null;
      readonly limit: number;
    };

/** Spellings by the id of a row that bears them, or a page of those in one state, by spelling and country. */
export async function readFreeInstitutions(db: Kysely<unknown>, which: WhichSpellings): Promise<FreeInstitutionRow[]> {
  const { rows } = await sql<Stored>`
    select p.id, p.name, p.search_key as "searchKey", p.country, p.institution_id as "institutionId",
      case when p.institution_id is not null then 'MERGED' when p.is_dismissed then 'DISMISSED' else 'PENDING' end as state,
      n.count as "candidateCount", n.first_at::text as "firstSeenAt"
    from (${'ids' in which ? byIds(which.ids) : pageOf(which)}) p
    cross join lateral (select count(*)::int as count, min(f.at) as first_at from app.free_institution f
      where f.search_key = p.search_key and f.country = p.country) n
    order by p.search_key collate "C", p.country collate "C"`.execute(db);
  return rows.map((row) => ({ ...row, firstSeenAt: Temporal.Instant.from(row.firstSeenAt) }));
}

const ruled = sql`left join app.institution_alias a on a.search_key = f.search_key collate "C" and a.country = f.country
  left join app.spelling_dismissal d on d.search_key = f.search_key collate "C" and d.country = f.country`;
const columns = sql`f.id, f.name, f.search_key, f.country, a.institution_id, d.search_key is not null as is_dismissed`;

const byIds = (ids: readonly string[]) => sql`
  select ${columns} from app.free_institution f ${ruled} where f.id = any(${ids}::uuid[])`;

const inState = {
  PENDING: sql`a.id is null and d.search_key is null`,
  MERGED: sql`a.id is not null`,
  DISMISSED: sql`a.id is null and d.search_key is not null`,
} as const;

/** The oldest row of each spelling stands for it, so that its id stays the same while others join. */
function pageOf({ state, after, limit }: Exclude<WhichSpellings, { ids: readonly string[] }>) {
  const beyond = after
    ? sql`and (f.search_key collate "C", f.country collate "C") > (${after.searchKey}::text, ${after.country}::text)`
    : sql``;
  return sql`select distinct on (f.search_key collate "C", f.country collate "C") ${columns} from app.free_institution f ${ruled}
    where ${inState[state]} ${beyond} order by f.search_key collate "C", f.country collate "C", f.at, f.id limit ${limit}`;
}

/** A listed institution by every way it is written. */
export interface WrittenInstitution {
  readonly id: string;
  readonly names: readonly string[];
  readonly country: string;
}

/** The whole list, to compare spellings with. */
export async function readWrittenInstitutions(db: Kysely<unknown>): Promise<WrittenInstitution[]> {
  const { rows } = await sql<WrittenInstitution>`
    select i.id, i.country, array_remove(array[i.name_fr, i.name_en, i.acronym, i.name_fr || ' ' || i.city], null) as names
    from app.institution i`.execute(db);
  return rows;
}
