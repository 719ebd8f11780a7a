import type { ApplicationRow, SubmittedDossier } from '@guichet/database/application/application.read';

/**
 * The whole draft as it is frozen. The rules found nothing missing, so every section is complete; one that is not is a bug. The
 * arrangements stay out: they are a class of their own.
 */
export function submittedDossier(row: ApplicationRow): SubmittedDossier {
  const { reference, email, identity, contact, studies, qualification, answers, examCentreId, choices } = row;
  if (!(identity && contact && qualification && answers)) throw new Error('A dossier with a section missing passed its rules');
  return { reference, email, identity, contact, studies, qualification, answers, examCentreId, choices } as SubmittedDossier;
}
