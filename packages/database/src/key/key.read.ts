import type { ApiScope } from '@guichet/domain/key/api-scope';
import { type Kysely, sql } from 'kysely';

/** A key as its school's administrators read it; its words are shown once and stored nowhere. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
  readonly lastUsedAt: Temporal.Instant | null;
  /** Until when the secret before the present one answers. */
  readonly overlapEndsAt: Temporal.Instant | null;
  readonly version: number;
}

type Instants = 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt' | 'overlapEndsAt';
type Stored = Omit<KeyRow, Instants> &
  Readonly<Record<'createdAt' | 'expiresAt', string>> &
  Readonly<Record<'revokedAt' | 'lastUsedAt' | 'overlapEndsAt', string | null>>;

/** More than a school ever keeps in sight: at most fifty stand, older ones are in the trail. */
const mostListed = 200;

/** Keys of a school, newest first, those that ended long ago left out; or some of them by id. */
export async function readKeys(
  db: Kysely<unknown>,
  schoolId: string,
  which: { readonly since: Temporal.Instant } | { readonly ids: readonly string[] },
): Promise<KeyRow[]> {
  const some =
    'ids' in which
      ? sql`k.id = any(${which.ids}::uuid[])`
      : sql`least(k.revoked_at, k.expires_at) > ${which.since.toString()}::timestamptz`;
  const { rows } = await sql<Stored>`
    select k.id, k.name, k.scopes, k.version, k.at::text as "createdAt", k.expires_at::text as "expiresAt",
      k.revoked_at::text as "revokedAt", u.at::text as "lastUsedAt", n.prefix, o.ends_at::text as "overlapEndsAt"
    from app.api_key k
    left join app.api_key_use u on u.school_id = k.school_id and u.key_id = k.id
    cross join lateral (select s.prefix from app.api_key_secret s
      where s.school_id = k.school_id and s.key_id = k.id and s.ends_at is null) n
    left join lateral (select max(s.ends_at) as ends_at from app.api_key_secret s
      where s.school_id = k.school_id and s.key_id = k.id) o on true
    where k.school_id = ${schoolId} and ${some}
    order by k.at desc, k.id limit ${mostListed}`.execute(db);
  return rows.map(shaped);
}

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const shaped = (row: Stored): KeyRow => ({
  ...row,
  createdAt: Temporal.Instant.from(row.createdAt),
  expiresAt: Temporal.Instant.from(row.expiresAt),
  revokedAt: instantOf(row.revokedAt),
  lastUsedAt: instantOf(row.lastUsedAt),
  overlapEndsAt: instantOf(row.overlapEndsAt),
});

/** A secret shown by whoever holds it, with the life of its key. */
export interface PresentedKey {
  readonly id: string;
  readonly schoolId: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
}

/** The key whose digest is presented, whether or not it still stands: the policies show no other. */
export async function readPresentedKey(db: Kysely<unknown>): Promise<PresentedKey | null> {
  const { rows } = await sql<{
    id: string;
    schoolId: string;
    scopes: ApiScope[];
    expiresAt: string;
    revokedAt: string | null;
    endsAt: string | null;
  }>`
    select k.id, k.school_id as "schoolId", k.scopes, k.expires_at::text as "expiresAt", k.revoked_at::text as "revokedAt",
      s.ends_at::text as "endsAt"
    from app.api_key_secret s join app.api_key k on k.school_id = s.school_id and k.id = s.key_id
    where s.digest = (select app.presented())`.execute(db);
  const [row] = rows;
  if (!row || rows.length > 1) return null;
  const { expiresAt, revokedAt, endsAt, ...key } = row;
  return { ...key, expiresAt: Temporal.Instant.from(expiresAt), revokedAt: instantOf(revokedAt), endsAt: instantOf(endsAt) };
}
