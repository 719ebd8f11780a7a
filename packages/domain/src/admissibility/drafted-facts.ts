import type { Draft, DraftChoice } from '../application/application.ts';
import type { DossierFacts } from './admissibility.ts';

/** What admissibility reads of a draft for one choice: judged as if it were submitted now. */
export const draftedFacts = (
  { qualification, studies }: Pick<Draft, 'qualification' | 'studies'>,
  { specialismIds }: Pick<DraftChoice, 'specialismIds'>,
  { closesAt, entryYear }: { readonly closesAt: Temporal.Instant; readonly entryYear: number },
): DossierFacts => ({
  submittedAt: null,
  closesAt,
  entryYear,
  mention: qualification?.mentionCode ?? null,
  specialisms: specialismIds,
  studies,
});

/** Whether a draft tells enough to be judged, a year of study and a title; before that every school answers "to complete" (à compléter). */
export const canBeJudged = ({ qualification, studies }: Pick<Draft, 'qualification' | 'studies'>): boolean =>
  studies.length > 0 && ((qualification?.mentionCode ?? null) !== null || (qualification?.title ?? null) !== null);
