import type { ApplicationRow, ChosenSchool } from '@guichet/database/application/application.read';
import type { Draft } from '@guichet/domain/application/application';
import { isLate } from '@guichet/domain/campaign/campaign';

/** What a candidate reads of the own dossier. */
export interface ShownDossier extends Draft {
  readonly choices: readonly ChosenSchool[];
  /** The draft is what is shown: never submitted, or recalled and still in time. */
  readonly isDraft: boolean;
  readonly isBeingRevised: boolean;
}

/** A draft and an open revision show what is being written; else what was submitted. A revision not sent in time is void. */
export function shownDossier(row: ApplicationRow, closesAt: Temporal.Instant, asOf: Temporal.Instant): ShownDossier {
  const { identity, contact, studies, qualification, answers, arrangements, examCentreId, choices } = row;
  const isBeingRevised = row.isBeingRevised && !isLate(asOf, closesAt);
  if (!row.submitted || isBeingRevised)
    return {
      identity,
      contact,
      studies,
      qualification,
      answers,
      arrangements,
      examCentreId,
      choices,
      isDraft: true,
      isBeingRevised,
    };
  return { ...row.submitted, arrangements: row.submittedArrangements, isDraft: false, isBeingRevised };
}
