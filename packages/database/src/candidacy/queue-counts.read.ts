import { type CandidacyState, candidacyStates } from '@guichet/domain/candidacy/life-cycle';
import { type Kysely, sql } from 'kysely';
import type { QueueFilter } from './queue.ts';

/** The saved views of a queue: everything, what nobody opened yet, and each state. */
export const queueViews = ['ALL', 'UNOPENED', ...candidacyStates] as const;
export type QueueView = 'ALL' | 'UNOPENED' | CandidacyState;

/** The filter under which a list holds just what a view counts. */
export function filterOfQueueView(view: QueueView): QueueFilter {
  if (view === 'ALL') return {};
  return view === 'UNOPENED' ? { states: ['RECEIVED'], isUnopened: true } : { states: [view] };
}

/** How many candidacies a view holds. */
export interface QueueCount {
  readonly view: QueueView;
  readonly count: number;
}

export interface WhichQueue {
  readonly schoolId: string;
  readonly campaignId: string;
}

/** Counts of a school's queue: states from its totals and what was not folded into them yet, the unopened from the rows themselves. */
export async function readQueueCounts(db: Kysely<unknown>, which: WhichQueue): Promise<QueueCount[]> {
  const { rows } = await sql<QueueCount>`
    with counted as (${counted(which)})
    select 'ALL' as view, coalesce(sum(n), 0)::int as count from counted
    union all
    select 'UNOPENED', count(*)::int from app.candidacy c
      where c.school_id = ${which.schoolId} and c.campaign_id = ${which.campaignId} and c.state = 'RECEIVED'
        and not exists (select from app.opening o where o.school_id = c.school_id and o.candidacy_id = c.id and o.means = 'SCREEN')
    union all
    select state, sum(n)::int from counted group by state having sum(n) <> 0`.execute(db);
  return rows.toSorted((a, b) => queueViews.indexOf(a.view) - queueViews.indexOf(b.view));
}

/** How many candidacies a school holds in a campaign, whatever their state. */
export async function readQueueSize(db: Kysely<unknown>, which: WhichQueue): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from (${counted(which)}) t`.execute(db);
  return rows[0]?.n ?? 0;
}

const counted = ({ schoolId, campaignId }: WhichQueue) => sql`
  select state, n from app.totals where school_id = ${schoolId} and campaign_id = ${campaignId}
  union all select state, delta from app.totals_delta where school_id = ${schoolId} and campaign_id = ${campaignId}`;
