import { shownState } from '@guichet/admissions/application/standing-copy';
import type { ChosenSchool, FiledSchool } from '@guichet/database/application/application.read';
import { type Objection, objectionsTo, outcomeOf } from '@guichet/domain/admissibility/admissibility';
import { canBeJudged, draftedFacts } from '@guichet/domain/admissibility/drafted-facts';
import { wordsOf } from '@guichet/domain/candidacy/words';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { type AdmissibilityOutcome, type ObjectionType, objectionInWords } from '../admissibility/objection.type.ts';
import type { ApplicationSource } from '../application/application.loaders.ts';
import type { Locale } from '../http/locale.ts';
import type { ChoiceType } from './choice.type.ts';
import { timelineOf } from './timeline.ts';

/** What a notice answers to a choice. */
export interface Judged {
  readonly outcome: AdmissibilityOutcome;
  readonly noticeVersion: number | null;
  readonly objections: readonly ObjectionType[];
}

/** Judged as if it were submitted now while a draft, else as it was submitted. */
export function judgedChoice(
  choice: ChosenSchool,
  application: ApplicationSource,
  { notice, locale }: { notice: NoticeRules | null; locale: Locale },
): Judged {
  const { facts, asOf, isDraft, submittedAt } = application;
  const wording = { locale, zone: facts.zone };
  if (!notice)
    return {
      outcome: 'INADMISSIBLE',
      noticeVersion: null,
      objections: [objectionInWords({ reason: 'SCHOOL_NOT_OPEN' }, null, wording)],
    };
  if (!canBeJudged(application)) return { outcome: 'TO_COMPLETE', noticeVersion: notice.number, objections: [] };
  const drafted = draftedFacts(application, choice, facts);
  const objections: Objection[] = objectionsTo({ ...drafted, submittedAt: isDraft ? null : submittedAt }, notice, asOf);
  return {
    outcome: outcomeOf(objections),
    noticeVersion: notice.number,
    objections: objections.map((objection) => objectionInWords(objection, notice, wording)),
  };
}

/** Where a choice stands at its school. */
export type Standing = Pick<ChoiceType, 'state' | 'stateWords' | 'stateSince' | 'timeline'>;

/** What the school has published of it, in plain words; a draft stands nowhere. */
export function standingOf(filed: FiledSchool | null, { facts }: ApplicationSource, locale: Locale): Standing {
  if (!filed) return { state: null, stateWords: wordsOf(null)[locale], stateSince: null, timeline: [] };
  const state = shownState(filed);
  const timeline = timelineOf(filed, locale);
  // A further copy is no change of state.
  const since = timeline.findLast(({ kind }) => kind !== 'UPDATED')?.at ?? null;
  const date = since ? { date: dateInFull(since, locale, facts.zone) } : {};
  return { state, stateWords: wordsOf(state, date)[locale], stateSince: since, timeline };
}
