import type { Work } from '@guichet/database/session/work';
import { isLate } from '@guichet/domain/campaign/campaign';
import { campaignStateAfter } from '@guichet/domain/campaign/campaign-life-cycle';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';

/** The clock's act: closes every open campaign whose deadline has passed; what was received in time is judged in time all the same. */
export async function closeCampaigns(work: Work): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; closesAt: string }>`
    select id, closes_at::text as "closesAt" from app.campaign
    where state = 'OPEN' and closes_at < ${work.asOf.toString()} order by id for no key update`.execute(work.db);
  const over = rows.filter(({ closesAt }) => isLate(work.asOf, Temporal.Instant.from(closesAt))).map(({ id }) => id);
  if (over.length === 0) return [];
  await sql`update app.campaign set state = ${campaignStateAfter('OPEN', 'close')}, version = version + 1
    where id = any(${over}::uuid[])`.execute(work.db);
  for (const id of over) await tracePerson(work, 'CAMPAIGN_CLOSED', id);
  return over;
}
