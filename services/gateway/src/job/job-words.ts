import type { JobKind } from '@guichet/domain/job/job';

interface JobWords {
  /** With the French term in brackets, for the contract. */
  readonly meaning: string;
  readonly fr: string;
  readonly en: string;
}

const words = (en: string, fr: string): JobWords => ({ en, fr, meaning: `${en} (${fr.charAt(0).toLowerCase()}${fr.slice(1)}).` });

/** What each job does, in words. */
export const jobWords: Readonly<Record<JobKind, JobWords>> = {
  CLOSE_CAMPAIGNS: words('Closes campaigns whose deadline has passed', 'Clôture des campagnes'),
  FOLD_TOTALS: words('Folds changes of the counts into the counts', 'Mise à jour des totaux'),
  OUTBOX: words('Sends mail', 'Envoi des courriels'),
  ACCOUNT_MAIL: words('Counts the account mail that waits', 'Courriels de compte en attente'),
  PURGE_OUTBOX: words('Removes what was sent a month ago', 'Effacement des envois anciens'),
  TRY_AGAIN: words('Puts given-up mail back among what waits', 'Nouvel essai des courriels abandonnés'),
  PURGE_RUNS: words('Removes what jobs did a month ago', 'Effacement des exécutions anciennes'),
  PURGE_ANSWERS: words('Removes what acts answered a week ago', 'Effacement des réponses anciennes'),
  EXPORTS: words('Writes exports', 'Écriture des exports'),
  EXPIRE_EXPORTS: words('Removes exports that have expired', 'Effacement des exports expirés'),
  SEAL_TRAIL: words('Seals the trail', 'Scellement des traces'),
  END_BREAK_GLASS: words('Ends break-glasses whose time is up', 'Fin des bris de glace'),
};
