import { type Kysely, sql } from 'kysely';

/** How many dossiers were first submitted on one day of the campaign's zone. */
export interface DayTotalRow {
  readonly day: string;
  readonly count: number;
}

const both = sql`(select campaign_id, measure, day, n from app.campaign_totals
  union all select campaign_id, measure, day, delta from app.campaign_totals_delta)`;

/** Every day since the opening, at most the last 366, up to today or the closing; days on which nothing arrived are there too. */
export async function readSubmissionsPerDay(db: Kysely<unknown>, campaignId: string): Promise<DayTotalRow[]> {
  const { rows } = await sql<DayTotalRow>`
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(sum(x.n), 0)::int as count
    from (select c.id, (c.opens_at at time zone c.zone)::date as first, (least(c.closes_at, app.clock()) at time zone c.zone)::date as last
      from app.campaign c where c.id = ${campaignId} and c.state <> 'DRAFT') k
    cross join lateral generate_series(greatest(k.first, k.last - 365)::timestamp, k.last::timestamp, interval '1 day') d (day)
    left join ${both} x on x.campaign_id = k.id and x.measure = 'ARRIVED' and x.day = d.day::date
    group by d.day order by d.day`.execute(db);
  return rows;
}

/** Dossiers begun and not submitted. */
export async function readDrafts(db: Kysely<unknown>, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(x.n), 0)::int as count from ${both} x where x.campaign_id = ${campaignId} and x.measure = 'DRAFT'`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
