import type { Work } from '@guichet/database/session/work';
import { isLate } from '@guichet/domain/campaign/campaign';
import { campaignStateAfter } from '@guichet/domain/campaign/campaign-life-cycle';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';

/** Open campaigns whose deadline has passed by the clock of this work. */
export async function campaignsOver({ db, asOf }: Work): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; closesAt: string }>`
    select id, closes_at::text as "closesAt" from app.campaign
    where state = 'OPEN' and closes_at < ${asOf.toString()} order by id`.execute(db);
  return rows.filter(({ closesAt }) => isLate(asOf, Temporal.Instant.from(closesAt))).map(({ id }) => id);
}

/** The clock's act: closes one campaign if it is still open and over; what was received in time is judged in time all the same. */
export async function closeCampaign(work: Work, id: string): Promise<boolean> {
  await sql`select from app.campaign where id = ${id} for no key update`.execute(work.db);
  if (!(await campaignsOver(work)).includes(id)) return false;
  await sql`update app.campaign set state = ${campaignStateAfter('OPEN', 'close')}, version = version + 1 where id = ${id}`.execute(
    work.db,
  );
  await tracePerson(work, 'CAMPAIGN_CLOSED', id);
  return true;
}
