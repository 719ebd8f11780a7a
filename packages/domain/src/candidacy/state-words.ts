import type { CandidacyState } from './life-cycle.ts';
import type { Bilingual } from './words.ts';

/** What a school reads for the working state of a candidacy, in both languages of the procedure. */
export const stateWords: Readonly<Record<CandidacyState, Bilingual>> = {
  RECEIVED: { fr: 'Reçue', en: 'Received' },
  TO_COMPLETE: { fr: 'À compléter', en: 'To complete' },
  ADMISSIBLE: { fr: 'Recevable', en: 'Admissible' },
  INADMISSIBLE: { fr: 'Non recevable', en: 'Not admissible' },
  UNDER_REVIEW: { fr: 'En évaluation', en: 'Being read' },
  ELIGIBLE: { fr: 'Admissible', en: 'Called to the orals' },
  NOT_ELIGIBLE: { fr: 'Non admissible', en: 'Not called to the orals' },
  EXAMINED: { fr: 'Épreuves passées', en: 'Orals sat' },
  ABSENT: { fr: 'Absence constatée', en: 'Absent' },
  MAIN_LIST: { fr: 'Liste principale', en: 'Main list' },
  WAITING_LIST: { fr: 'Liste complémentaire', en: 'Waiting list' },
  NOT_RANKED: { fr: 'Non classée', en: 'Not ranked' },
  OFFERED: { fr: 'Proposition faite', en: 'Offered' },
  ACCEPTED: { fr: 'Acceptée', en: 'Accepted' },
  HELD: { fr: 'Oui mais', en: 'Yes but' },
  DECLINED: { fr: 'Refusée', en: 'Declined' },
  LAPSED: { fr: 'Expirée', en: 'Lapsed' },
  RESIGNED: { fr: 'Démission', en: 'Resigned' },
  ENROLLED: { fr: 'Inscription confirmée', en: 'Enrolled' },
  CONDITION_NOT_MET: { fr: 'Condition non remplie', en: 'Condition not met' },
  WITHDRAWN_LATE: { fr: 'Désistement tardif', en: 'Withdrawn late' },
  WITHDRAWN: { fr: 'Retirée', en: 'Withdrawn' },
};
