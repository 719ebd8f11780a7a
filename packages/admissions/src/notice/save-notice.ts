import { type NoticeDraftRow, readNoticeDraft } from '@guichet/database/notice/notice-draft.read';
import { readSpecialisms } from '@guichet/database/reference-data/specialism.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { faultsOfNotice, type IntakeEntry, type NoticeFault, type NoticeRules } from '@guichet/domain/notice/notice';
import { isNoticeWritable } from '@guichet/domain/notice/notice-freezing';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockDraft } from './lock-draft.ts';

/** What is absent stays as it is; null empties. */
export interface SaveNoticeInput extends SaveNoticeChanges {
  readonly idempotencyKey: string;
}

interface SaveNoticeChanges {
  readonly campaignId: string;
  readonly expectedVersion: number;
  readonly specialismIds?: readonly string[] | null | undefined;
  readonly specialismsPerChoice?: number | null | undefined;
  readonly intake?: readonly IntakeEntry[] | null | undefined;
  readonly articles?: NoticeRules['articles'] | null | undefined;
}

export type SaveNoticeObjection =
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'NOT_IN_THIS_STATE' }
  | { readonly reason: 'UNKNOWN_VALUE'; readonly path: readonly string[] }
  | NoticeFault;

/** Saves the acting school's notice in preparation; nothing binds before it is frozen. */
export const saveNotice = (
  work: Work,
  { idempotencyKey: key, ...input }: SaveNoticeInput,
): Promise<Outcome<SaveNoticeObjection>> =>
  once(work, { operation: 'saveNotice', key, input: JSON.parse(JSON.stringify(input)) }, () => perform(work, input));

async function perform(work: Work, input: SaveNoticeChanges): Promise<Outcome<SaveNoticeObjection>> {
  const which = { schoolId: work.hat.school ?? '', campaignId: input.campaignId };
  await lockDraft(work, which);
  const draft = await readNoticeDraft(work.db, which);
  if (!draft) throw new NotFound();
  if (draft.version !== input.expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: draft.version }] };
  const named = await namedSpecialisms(work, input.specialismIds);
  const rules = merged(draft, input, named.specialisms);
  const refused = [
    ...(isNoticeWritable(draft.state) ? [] : [{ reason: 'NOT_IN_THIS_STATE' } as const]),
    ...named.unknown,
    ...faultsOfNotice(rules).map(inInput).filter(isFirst),
  ];
  if (refused.length > 0) return { refused };
  await write(work, draft, rules);
  await traceSchool(work, 'NOTICE_SAVED', draft.campaignId);
  return { done: { campaignId: draft.campaignId } };
}

interface Named {
  /** Null: none were named, what stands stays. */
  readonly specialisms: NoticeRules['specialisms'] | null;
  readonly unknown: readonly { readonly reason: 'UNKNOWN_VALUE'; readonly path: readonly string[] }[];
}

/** The specialisms named, in that order, admitting what the shared list admits today. */
async function namedSpecialisms({ db }: Work, ids: SaveNoticeChanges['specialismIds']): Promise<Named> {
  if (ids === undefined) return { specialisms: null, unknown: [] };
  const listed = new Map((await readSpecialisms(db, { ids: ids ?? [] })).map((row) => [row.id, row]));
  const unknown = (ids ?? []).flatMap((id, index) =>
    listed.has(id) ? [] : [{ reason: 'UNKNOWN_VALUE' as const, path: ['specialismIds', String(index)] }],
  );
  const specialisms = (ids ?? []).flatMap((each) => {
    const row = listed.get(each);
    return row ? [{ id: row.id, code: row.code, admittedMentions: row.admittedMentions }] : [];
  });
  return { specialisms, unknown };
}

const kept = <T>(given: T | null | undefined, standing: T, empty: T): T => (given === undefined ? standing : (given ?? empty));

const merged = ({ rules }: NoticeDraftRow, input: SaveNoticeChanges, specialisms: Named['specialisms']): NoticeRules => ({
  ...rules,
  specialisms: specialisms ?? rules.specialisms,
  specialismsPerChoice: kept(input.specialismsPerChoice, rules.specialismsPerChoice, 1),
  intake: kept(input.intake, rules.intake, []),
  articles: kept(input.articles, rules.articles, []),
});

/** Rules hold specialisms, an input their ids. */
const inInput = (fault: NoticeFault): NoticeFault => {
  const [part, index] = fault.path;
  return part === 'specialisms' ? { ...fault, path: ['specialismIds', ...(index === undefined ? [] : [index])] } : fault;
};

// A specialism named twice repeats its id and its code: one fault to whoever typed it.
const isFirst = ({ reason, path }: NoticeFault, index: number, all: readonly NoticeFault[]) =>
  all.findIndex((other) => other.reason === reason && other.path.join() === path.join()) === index;

async function write({ db }: Work, { schoolId, campaignId, version }: NoticeDraftRow, rules: NoticeRules) {
  await sql`
    insert into app.notice_draft as d (school_id, campaign_id, rules, version)
    values (${schoolId}, ${campaignId}, ${JSON.stringify(rules)}::jsonb, ${version + 1})
    on conflict (school_id, campaign_id) do update set rules = excluded.rules, version = excluded.version`.execute(db);
}
