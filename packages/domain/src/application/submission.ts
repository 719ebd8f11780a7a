import { type FilingObjection, objectionsToFiling } from '../campaign/campaign.ts';
import { type ApplicationStanding, type Draft, isWritable, standingAfter } from './application.ts';
import { type MissingItem, missingItems } from './sections.ts';
import type { DraftCampaign } from './what-blocks.ts';

/** What a candidate attests when submitting (attestation sur l'honneur); its digest says which wording was shown. */
export const statement = {
  fr: 'J’atteste sur l’honneur que les renseignements donnés dans ce dossier sont exacts et complets. J’ai compris qu’une fausse déclaration entraîne le retrait de ma candidature et la perte du bénéfice d’une admission. J’accepte que ce dossier soit transmis à chacune des écoles que j’ai choisies, et à elles seules.',
  en: 'I declare on my honour that what this application says is accurate and complete. I understand that a false statement leads to the withdrawal of my application and to the loss of any admission. I agree that this application is sent to each of the schools I have chosen, and to them alone.',
} as const;

/** An application in its campaign, at the instant a request was received (database clock). */
export interface ApplicationAtHand {
  readonly application: ApplicationStanding;
  readonly campaign: DraftCampaign;
  readonly asOf: Temporal.Instant;
}
/** What is looked at when an application is submitted. */
export interface Submission extends ApplicationAtHand {
  readonly draft: Draft;
  /** Digest of the wording the candidate was shown. */
  readonly statementDigest: string;
  /** Digest of the wording as it is today. */
  readonly currentStatementDigest: string;
}

/** Why a dossier cannot be taken up or written. */
export type StandingObjection = { readonly reason: 'NOT_IN_THIS_STATE' } | FilingObjection;
/** Why a dossier cannot be submitted; a MISSING_ITEM says what is missing and where. */
export type SubmissionObjection =
  | StandingObjection
  | { readonly reason: 'CHANGED_SINCE_PREPARED'; readonly path: readonly string[] }
  | { readonly reason: 'MISSING_ITEM'; readonly item: MissingItem };

/**
 * A dossier is submitted whole: in a state that allows it, between opening and closing, under the wording attested, with nothing missing for any
 * school. A wrong state is answered alone; then everything at once.
 */
export function objectionsToSubmitting(submission: Submission): SubmissionObjection[] {
  const { application, draft, campaign, asOf, statementDigest, currentStatementDigest } = submission;
  if (standingAfter(application, 'submit') === null) return [{ reason: 'NOT_IN_THIS_STATE' }];
  const changed: SubmissionObjection[] =
    statementDigest === currentStatementDigest ? [] : [{ reason: 'CHANGED_SINCE_PREPARED', path: ['statementDigest'] }];
  const missing = missingItems(draft, campaign, asOf).map((item) => ({ reason: 'MISSING_ITEM', item }) as const);
  return [...objectionsToFiling(campaign, asOf), ...changed, ...missing];
}

/** A dossier is recalled (reprise) once submitted or withdrawn, and not twice, until the deadline; the submitted copy stands meanwhile. */
export const objectionsToRecalling = ({ application, campaign, asOf }: ApplicationAtHand): StandingObjection[] =>
  standingAfter(application, 'recall') === null ? [{ reason: 'NOT_IN_THIS_STATE' }] : objectionsToFiling(campaign, asOf);

/** A section is written in a draft or a recalled dossier, between opening and closing. */
export const objectionsToWriting = ({ application, campaign, asOf }: ApplicationAtHand): StandingObjection[] =>
  isWritable(application) ? objectionsToFiling(campaign, asOf) : [{ reason: 'NOT_IN_THIS_STATE' }];
