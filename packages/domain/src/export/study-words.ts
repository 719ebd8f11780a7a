import type { QualificationKind, StudyLevel, StudyStatus } from '../application/application.ts';
import type { Bilingual } from '../candidacy/words.ts';

/** The level of a year of study, as people read it. */
export const studyLevelWords: Readonly<Record<StudyLevel, Bilingual>> = {
  BAC1: { fr: 'Bac + 1', en: 'First year' },
  BAC2: { fr: 'Bac + 2', en: 'Second year' },
  BAC3: { fr: 'Bac + 3', en: 'Third year' },
  BAC4: { fr: 'Bac + 4', en: 'Fourth year' },
  BAC5: { fr: 'Bac + 5', en: 'Fifth year' },
  M1: { fr: 'M1', en: 'First year of a master’s' },
  M2: { fr: 'M2', en: 'Second year of a master’s' },
  OTHER: { fr: 'Autre', en: 'Other' },
};

/** How far a year of study is, as people read it. */
export const studyStatusWords: Readonly<Record<StudyStatus, Bilingual>> = {
  VALIDATED: { fr: 'validée', en: 'passed' },
  UNDER_WAY: { fr: 'en cours', en: 'under way' },
  EXPECTED: { fr: 'à venir', en: 'to come' },
};

/** By which title a candidate comes in (article 2 of the notice), as people read it. */
export const qualificationWords: Readonly<Record<QualificationKind, Bilingual>> = {
  M1_VALIDATED: { fr: 'M1 validé', en: 'First year of a master’s passed' },
  M1_UNDER_WAY: { fr: 'M1 en cours', en: 'First year of a master’s under way' },
  OTHER_FOUR_YEARS: { fr: 'Autre titre à bac + 4', en: 'Other qualification of four years' },
};
