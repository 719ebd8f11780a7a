import { createHash } from 'node:crypto';
import { type NoticeDraftRow, readNoticeDraft } from '@guichet/database/notice/notice-draft.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type Fault, faultsOfAnswers, line } from '@guichet/domain/application/field-checks';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type FreezingFacts, type FreezingObjection, objectionsToFreezing } from '@guichet/domain/notice/notice-freezing';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { freeze } from './freeze.ts';
import { lockDraft } from './lock-draft.ts';

export interface FreezeNoticeInput extends FreezeNoticeChanges {
  readonly idempotencyKey: string;
}

interface FreezeNoticeChanges {
  readonly campaignId: string;
  readonly expectedVersion: number;
  /** Of what was shown. */
  readonly digest: string;
  readonly reason: string;
}

export type FreezeNoticeObjection =
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'CHANGED_SINCE_PREPARED' }
  | Fault
  | FreezingObjection;

/** SHA-256 of a notice as canonical JSON, its number included: what is shown before freezing, and frozen then. */
export const digestOfNotice = (rules: NoticeRules): string => createHash('sha256').update(canonicalJson(rules)).digest('hex');

/** Freezes the acting school's notice in preparation as its next version; dossiers received before keep theirs. */
export const freezeNotice = (
  work: Work,
  { idempotencyKey: key, ...input }: FreezeNoticeInput,
): Promise<Outcome<FreezeNoticeObjection>> => once(work, { operation: 'freezeNotice', key, input }, () => perform(work, input));

async function perform(work: Work, input: FreezeNoticeChanges): Promise<Outcome<FreezeNoticeObjection>> {
  const which = { schoolId: work.hat.school ?? '', campaignId: input.campaignId };
  await lockDraft(work, which);
  const draft = await readNoticeDraft(work.db, which);
  if (!draft) throw new NotFound();
  if (draft.version !== input.expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: draft.version }] };
  const reason = normalText(input.reason);
  const isOther = digestOfNotice(draft.rules) !== input.digest;
  const refused = [
    ...(isOther ? [{ reason: 'CHANGED_SINCE_PREPARED' } as const] : []),
    ...faultsOfAnswers({ reason }, { reason: line(500) }, []),
    ...objectionsToFreezing(factsOf(draft)),
  ];
  if (refused.length > 0) return { refused };
  const noticeId = await freeze(work, { ...which, rules: draft.rules, reason });
  await numberNext(work, draft);
  await traceSchool(work, 'NOTICE_FROZEN', noticeId);
  return { done: { noticeId } };
}

/** What the rule of freezing looks at. */
export const factsOf = (draft: NoticeDraftRow): FreezingFacts => ({
  state: draft.state,
  isMember: draft.isMember,
  inForce: draft.inForce,
  next: draft.rules,
  school: {
    slug: draft.slug,
    specialismCount: draft.rules.specialisms.length,
    hasIntakeEntry: draft.rules.intake.some(({ route }) => route === draft.procedure),
    contact: draft.contact,
    adminCount: draft.adminCount,
  },
});

/** What is written from now on will be the version after this one. */
async function numberNext({ db }: Work, { schoolId, campaignId, rules, version }: NoticeDraftRow) {
  const next = JSON.stringify({ ...rules, number: rules.number + 1 });
  await sql`update app.notice_draft set rules = ${next}::jsonb, version = ${version + 1}
    where school_id = ${schoolId} and campaign_id = ${campaignId}`.execute(db);
}
