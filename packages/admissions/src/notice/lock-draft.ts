import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Holds the notice in preparation until the transaction ends: whoever comes second reads what the first one wrote. */
export async function lockDraft(
  { db }: Work,
  { schoolId, campaignId }: { readonly schoolId: string; readonly campaignId: string },
): Promise<void> {
  await sql`select version from app.notice_draft where school_id = ${schoolId} and campaign_id = ${campaignId} for update`.execute(
    db,
  );
}
