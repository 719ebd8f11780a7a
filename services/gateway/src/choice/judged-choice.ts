import { shownState } from '@guichet/admissions/application/standing-copy';
import type { ChosenSchool, FiledSchool } from '@guichet/database/application/application.read';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
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
  { notice, facts, locale }: { notice: NoticeRules | null; facts: CampaignFacts; locale: Locale },
): Judged {
  const { asOf, isDraft, submittedAt, zone } = application;
  const wording = { locale, zone };
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
export const standingOf = (filed: FiledSchool | null, { zone }: ApplicationSource, locale: Locale): Standing =>
  filed
    ? new StandingChoice(filed, zone, locale)
    : { state: null, stateWords: wordsOf(null)[locale], stateSince: null, timeline: [] };

/** Dates and words are found for who asks for them. */
class StandingChoice implements Standing {
  readonly state: Standing['state'];
  readonly #filed: FiledSchool;
  readonly #zone: string;
  readonly #locale: Locale;

  constructor(filed: FiledSchool, zone: string, locale: Locale) {
    this.state = shownState(filed);
    this.#filed = filed;
    this.#zone = zone;
    this.#locale = locale;
  }

  get timeline(): Standing['timeline'] {
    return timelineOf(this.#filed, this.#locale);
  }

  get stateSince(): Temporal.Instant | null {
    // A further copy is no change of state.
    return this.timeline.findLast(({ kind }) => kind !== 'UPDATED')?.at ?? null;
  }

  get stateWords(): string {
    const since = this.stateSince;
    return wordsOf(this.state, since ? { date: dateInFull(since, this.#locale, this.#zone) } : {})[this.#locale];
  }
}
