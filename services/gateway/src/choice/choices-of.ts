import { newestCopy, shownState, stands } from '@guichet/admissions/application/standing-copy';
import type { ChosenSchool, FiledSchool } from '@guichet/database/application/application.read';
import { type Objection, objectionsTo, outcomeOf } from '@guichet/domain/admissibility/admissibility';
import { canBeJudged, draftedFacts } from '@guichet/domain/admissibility/drafted-facts';
import { wordsOf } from '@guichet/domain/candidacy/words';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { type AdmissibilityOutcome, type ObjectionType, objectionInWords } from '../admissibility/objection.type.ts';
import type { ApplicationSource } from '../application/application.loaders.ts';
import type { Locale } from '../http/locale.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import { messageOf } from '../user-error/worded.ts';
import type { ChoiceType } from './choice.type.ts';
import { timelineOf } from './timeline.ts';

/** A choice as its resolver receives it: its own facts, and the ids its loaders follow. */
export type ChoiceSource = Omit<ChoiceType, 'school' | 'specialisms'> & Pick<ChosenSchool, 'schoolId' | 'specialismIds'>;

/** The choices shown, in order of preference where there is one. */
export async function choicesOf(application: ApplicationSource, context: Context): Promise<ChoiceSource[]> {
  const ordered = application.choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0));
  return Promise.all(ordered.map((choice) => choiceSource(choice, application, context)));
}

async function choiceSource(choice: ChosenSchool, application: ApplicationSource, context: Context): Promise<ChoiceSource> {
  const { facts, isDraft } = application;
  const filed = application.filed.find(({ schoolId }) => schoolId === choice.schoolId) ?? null;
  const member = facts.members.find(({ schoolId }) => schoolId === choice.schoolId);
  // What was submitted is judged by the notice it was submitted under.
  const notice = !isDraft && filed ? (await noticeById(context).load(newestCopy(filed).noticeVersionId)).rules : member?.notice;
  return {
    ...choice,
    ...judged(choice, application, { notice: notice ?? null, locale: context.locale }),
    ...standing(isDraft && filed && !stands(filed) ? null : filed, application, context.locale),
  };
}

interface Judged {
  readonly outcome: AdmissibilityOutcome;
  readonly noticeVersion: number | null;
  readonly objections: readonly ObjectionType[];
}

function judged(
  choice: ChosenSchool,
  application: ApplicationSource,
  { notice, locale }: { notice: NoticeRules | null; locale: Locale },
): Judged {
  const { facts, asOf, isDraft, submittedAt } = application;
  const wording = { locale, zone: facts.zone };
  if (!notice) return { outcome: 'INADMISSIBLE', noticeVersion: null, objections: [gone(wording)] };
  if (!canBeJudged(application)) return { outcome: 'TO_COMPLETE', noticeVersion: notice.number, objections: [] };
  const drafted = draftedFacts(application, choice, facts);
  const objections: Objection[] = objectionsTo({ ...drafted, submittedAt: isDraft ? null : submittedAt }, notice, asOf);
  return {
    outcome: outcomeOf(objections),
    noticeVersion: notice.number,
    objections: objections.map((objection) => objectionInWords(objection, notice, wording)),
  };
}

const gone = ({ locale, zone }: { locale: Locale; zone: string }): ObjectionType => ({
  code: 'SCHOOL_NOT_OPEN',
  message: messageOf({ reason: 'SCHOOL_NOT_OPEN' }, locale, zone),
  source: locale === 'fr' ? 'Écoles membres de la campagne' : 'Member schools of the campaign',
});

type Standing = Pick<ChoiceSource, 'state' | 'stateWords' | 'stateSince' | 'timeline'>;

function standing(filed: FiledSchool | null, { facts }: ApplicationSource, locale: Locale): Standing {
  if (!filed) return { state: null, stateWords: wordsOf(null)[locale], stateSince: null, timeline: [] };
  const state = shownState(filed);
  const timeline = timelineOf(filed, locale);
  // A further copy is no change of state.
  const since = timeline.findLast(({ kind }) => kind !== 'UPDATED')?.at ?? null;
  const date = since ? { date: dateInFull(since, locale, facts.zone) } : {};
  return { state, stateWords: wordsOf(state, date)[locale], stateSince: since, timeline };
}
