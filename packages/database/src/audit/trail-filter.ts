import { type RawBuilder, sql } from 'kysely';

/** Which lines of a trail; what is absent or null filters nothing, what is given is ANDed, lists are ORed. */
export interface TrailFilter {
  /** Of people as the reader knows them: memberships, or rights of the consortium. */
  readonly actorIds?: readonly string[] | null | undefined;
  readonly objectIds?: readonly string[] | null | undefined;
  readonly acts?: readonly string[] | null | undefined;
  readonly since?: Temporal.Instant | null | undefined;
  readonly until?: Temporal.Instant | null | undefined;
}

/** A stretch of a trail from its newest. */
export interface TrailPage {
  readonly filter: TrailFilter;
  readonly after: { readonly key: string | null; readonly id: string } | null;
  readonly limit: number;
}

/** The page of entries `a`, newest first; `actors` turns the filter's people into what the trail keeps of them. */
export function trailPage(
  { filter, after, limit }: TrailPage,
  actors: (ids: readonly string[]) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { actorIds, objectIds, acts, since, until } = filter;
  const conditions = [
    sql`true`,
    ...(actorIds ? [actors(actorIds)] : []),
    ...(objectIds ? [sql`a.object_id = any(${objectIds}::uuid[])`] : []),
    ...(acts ? [sql`a.act = any(${acts}::text[])`] : []),
    ...(since ? [sql`a.at >= ${since.toString()}::timestamptz`] : []),
    ...(until ? [sql`a.at < ${until.toString()}::timestamptz`] : []),
    ...(after ? [sql`(a.at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  return sql`${sql.join(conditions, sql` and `)} order by a.at desc, a.id desc limit ${limit}`;
}
