import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { isAlone } from '../clock/alone.ts';

/**
 * Folds the changes of the counts into the counts, and says how many it folded. Each fold is one statement, so whoever reads the sum
 * of both at any moment reads the same number.
 */
export async function foldTotals(binding: Binding): Promise<number> {
  return inWork(binding, systemHat('app_totals'), async (work) => {
    if (!(await isAlone(work, 'fold-totals'))) return 0;
    return (await foldSchools(work)) + (await foldCampaigns(work));
  });
}

async function foldSchools({ db }: Work): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with gone as (delete from app.totals_delta returning school_id, campaign_id, state, delta),
      kept as (insert into app.totals as t (school_id, campaign_id, state, n)
        select school_id, campaign_id, state, sum(delta) from gone group by school_id, campaign_id, state
        on conflict (school_id, campaign_id, state) do update set n = t.n + excluded.n)
    select count(*)::int as folded from gone`.execute(db);
  return rows[0]?.folded ?? 0;
}

async function foldCampaigns({ db }: Work): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with gone as (delete from app.campaign_totals_delta returning campaign_id, measure, day, delta),
      kept as (insert into app.campaign_totals as t (campaign_id, measure, day, n)
        select campaign_id, measure, day, sum(delta) from gone group by campaign_id, measure, day
        on conflict (campaign_id, measure, day) do update set n = t.n + excluded.n)
    select count(*)::int as folded from gone`.execute(db);
  return rows[0]?.folded ?? 0;
}
