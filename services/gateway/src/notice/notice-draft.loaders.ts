import { digestOfNotice } from '@guichet/admissions/notice/freeze-notice';
import { type NoticeDraftRow, readNoticeDraft } from '@guichet/database/notice/notice-draft.read';
import type { Context } from '../principal/request-context.ts';

/** A notice in preparation as the contract shows it. */
export interface ShownDraft extends NoticeDraftRow {
  readonly number: number;
  readonly digest: string;
  readonly requiredEcts: number;
  readonly specialismsPerChoice: number;
  readonly intake: NoticeDraftRow['rules']['intake'];
  readonly articles: NoticeDraftRow['rules']['articles'];
}

/** The acting school's notice in preparation; null where it takes no part. */
export async function noticeDraftOf(context: Context, campaignId: string): Promise<ShownDraft | null> {
  const { db, hat } = await context.reading();
  const row = await readNoticeDraft(db, { schoolId: hat.school ?? '', campaignId });
  if (!row) return null;
  const { number, requiredEcts, specialismsPerChoice, intake, articles } = row.rules;
  return { ...row, number, digest: digestOfNotice(row.rules), requiredEcts, specialismsPerChoice, intake, articles };
}
