import { isLate } from '../campaign/campaign.ts';
import type { NoticeRules } from '../notice/notice.ts';

/** Why a dossier is not admissible (recevable) for one school, in the order a candidate should read it. */
export type Objection =
  | { readonly reason: 'DEADLINE_PASSED'; readonly closedAt: Temporal.Instant }
  | { readonly reason: 'LEVEL_TOO_LOW'; readonly ects: number; readonly required: number }
  | { readonly reason: 'LEVEL_TO_JUDGE' | 'SPECIALISM_TO_JUDGE' } // when only these are left, a human decides
  /** The id of the specialism chosen, and the version of the notice that does not admit to it. */
  | { readonly reason: 'SPECIALISM_NOT_ADMITTED'; readonly specialism: string; readonly notice: number };

/** One declared year of study, as far as admissibility reads it; null is not yet told. */
export interface StudyFacts {
  readonly level: string | null;
  readonly status: string | null;
  /** The calendar year in which the academic year ends. */
  readonly year: number | null;
  readonly ects: number | null;
}

/** What the rules look at. */
export interface DossierFacts {
  /** Null while a draft: judged as if it were submitted now. */
  readonly submittedAt: Temporal.Instant | null;
  /** The deadline of its campaign as it stands today: it may move, so it is no part of the notice. */
  readonly closesAt: Temporal.Instant;
  /** The calendar year of entry, which the year of application ends in. */
  readonly entryYear: number;
  /** Code of a national mention of master; null for a foreign or a free title. */
  readonly mention: string | null;
  /** Ids of the specialisms chosen at this school. */
  readonly specialisms: Iterable<string>;
  readonly studies: Iterable<StudyFacts>;
}

type Rule = (dossier: DossierFacts, notice: NoticeRules, asOf: Temporal.Instant) => Objection[];

/** Every rule of admissibility, in reading order; each a function declaration below, so that the list can stand first. */
const rules: readonly Rule[] = [submittedInTime, levelReached, specialismAdmitted];

/** A dossier is admissible for a school when no rule of its notice objects. */
export const objectionsTo = (dossier: DossierFacts, notice: NoticeRules, asOf: Temporal.Instant): Objection[] =>
  rules.flatMap((rule) => rule(dossier, notice, asOf));

/** A dossier is in time when it was received no later than the deadline of its campaign. */
function submittedInTime({ submittedAt, closesAt }: DossierFacts, _notice: NoticeRules, asOf: Temporal.Instant): Objection[] {
  return isLate(submittedAt ?? asOf, closesAt) ? [{ reason: 'DEADLINE_PASSED', closedAt: closesAt }] : [];
}

/** A first year of master's is enough; else all declared credits (ECTS) count; four years or more without them: a human decides. */
function levelReached({ studies, entryYear }: DossierFacts, { requiredEcts: required }: NoticeRules): Objection[] {
  const years = [...studies];
  if (years.some((year) => isFirstYearOfMaster(year, entryYear))) return [];
  const ects = years.reduce((sum, year) => sum + (year.ects ?? 0), 0);
  if (ects >= required) return [];
  const uncounted = years.length >= 4 && years.some((year) => year.ects === null);
  return uncounted ? [{ reason: 'LEVEL_TO_JUDGE' }] : [{ reason: 'LEVEL_TOO_LOW', ects, required }];
}

/** A national mention must be admitted by each specialism chosen; about a foreign or free title a human decides. */
function specialismAdmitted({ mention, specialisms }: DossierFacts, notice: NoticeRules): Objection[] {
  if (mention === null) return [{ reason: 'SPECIALISM_TO_JUDGE' }];
  const admitting = notice.specialisms.filter(({ admittedMentions }) => admittedMentions.includes(mention)).map(({ id }) => id);
  const refusing = [...specialisms].filter((id) => !admitting.includes(id));
  return refusing.map((specialism) => ({ reason: 'SPECIALISM_NOT_ADMITTED', specialism, notice: notice.number }));
}

/**
 * A first year of master's (M1) counts when it is validated, or under way in the year of application: then validating it becomes a
 * condition of integration (published page; the year by inference).
 */
export const isFirstYearOfMaster = ({ level, status, year }: StudyFacts, entryYear: number): boolean =>
  level === 'M1' && (status === 'VALIDATED' || (status === 'UNDER_WAY' && year === entryYear));

/** What a school's notice answers to a dossier (recevable, non recevable, à trancher). */
export type Outcome = 'ADMISSIBLE' | 'INADMISSIBLE' | 'NEEDS_A_HUMAN';

/** Without objection a dossier is admissible; when only a judgement is left open a human decides; else it is not. */
export function outcomeOf(objections: Iterable<Pick<Objection, 'reason'>>): Outcome {
  const reasons = [...objections].map(({ reason }) => reason);
  if (reasons.length === 0) return 'ADMISSIBLE';
  return reasons.every((reason) => reason === 'LEVEL_TO_JUDGE' || reason === 'SPECIALISM_TO_JUDGE')
    ? 'NEEDS_A_HUMAN'
    : 'INADMISSIBLE';
}
