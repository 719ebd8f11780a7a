import { Client } from 'pg';

/** A count kept by the triggers that is not what the rows say. */
export interface TotalsDifference {
  readonly campaignId: string;
  /** A school's candidacies, or null for the campaign's dossiers. */
  readonly schoolId: string | null;
  /** State, or measure and day. */
  readonly what: string;
  readonly kept: number;
  readonly counted: number;
}

/**
 * Compares the totals, folded and not yet folded together, with the rows themselves; empty when they agree. Run as the owner, whom
 * the walls bind too: FORCE is lifted within a transaction that is always rolled back, and that nobody else reads through.
 */
export async function recountTotals(ownerUrl: string): Promise<readonly TotalsDifference[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'guichet-recount' });
  await client.connect();
  try {
    await client.query('begin');
    for (const table of tables) await client.query(`alter table app.${table} no force row level security`);
    return (await client.query<TotalsDifference>(differences)).rows;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const tables = [
  'candidacy',
  'application',
  'snapshot',
  'campaign',
  'totals',
  'totals_delta',
  'campaign_totals',
  'campaign_totals_delta',
] as const;

const schoolTotals = `
  select campaign_id, school_id, state as what, sum(n)::int as kept, 0 as counted
    from (select campaign_id, school_id, state, n from app.totals
      union all select campaign_id, school_id, state, delta from app.totals_delta) x group by 1, 2, 3
  union all select campaign_id, school_id, state, 0, count(*)::int from app.candidacy group by 1, 2, 3`;

// The day a dossier changed its state is not kept with it, so states are compared over all days, arrivals day by day.
const measured = `case measure when 'ARRIVED' then measure || ' ' || day else measure::text end`;
const campaignTotals = `
  select campaign_id, null::uuid as school_id, ${measured} as what, sum(n)::int as kept, 0 as counted
    from (select campaign_id, measure, day, n from app.campaign_totals
      union all select campaign_id, measure, day, delta from app.campaign_totals_delta) x group by 1, 2, 3
  union all select campaign_id, null::uuid, state, 0, count(*)::int from app.application group by 1, 2, 3
  union all select a.campaign_id, null::uuid, 'ARRIVED ' || (s.received_at at time zone k.zone)::date, 0, count(*)::int
    from app.snapshot s join app.application a on a.candidate_id = s.candidate_id and a.id = s.application_id
    join app.campaign k on k.id = a.campaign_id where s.number = 1 group by 1, 2, 3`;

const differences = `
  select campaign_id as "campaignId", school_id as "schoolId", what, sum(kept)::int as kept, sum(counted)::int as counted
  from (${schoolTotals} union all ${campaignTotals}) x
  group by campaign_id, school_id, what having sum(kept) <> sum(counted) order by 1, 2, 3`;
