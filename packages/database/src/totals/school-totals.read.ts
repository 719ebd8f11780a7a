import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { type Kysely, sql } from 'kysely';

/** How many candidacies of a school stand in one state. */
export interface StateTotalRow {
  readonly schoolId: string;
  readonly state: CandidacyState;
  readonly count: number;
}

/** Counts of a campaign by school and state: what is folded and what is not yet, in one snapshot; only those above zero. */
export async function readSchoolTotals(db: Kysely<unknown>, campaignId: string): Promise<StateTotalRow[]> {
  const { rows } = await sql<StateTotalRow>`
    select x.school_id as "schoolId", x.state, sum(x.n)::int as count from (
      select t.school_id, t.state, t.n from app.totals t where t.campaign_id = ${campaignId}
      union all select d.school_id, d.state, d.delta from app.totals_delta d where d.campaign_id = ${campaignId}) x
    group by x.school_id, x.state having sum(x.n) <> 0`.execute(db);
  return rows;
}
