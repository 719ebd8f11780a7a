import type { Work } from '@guichet/database/session/work';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { sql } from 'kysely';

/** An empty notice in preparation, unless there is one: from then on the school writes it. */
export async function beginNotice(
  { db }: Work,
  {
    campaignId,
    schoolId,
    requiredEcts,
  }: { readonly campaignId: string; readonly schoolId: string; readonly requiredEcts: number },
): Promise<void> {
  const empty: NoticeRules = { number: 1, requiredEcts, specialismsPerChoice: 1, specialisms: [], intake: [], articles: [] };
  await sql`insert into app.notice_draft (school_id, campaign_id, rules, version)
    values (${schoolId}, ${campaignId}, ${JSON.stringify(empty)}::jsonb, 1) on conflict (school_id, campaign_id) do nothing`.execute(
    db,
  );
}
