/** What a candidate is shown of a candidacy: published things only, nothing earlier. */
export const shownStates = [
  'UNDER_CONSIDERATION',
  'TO_COMPLETE',
  'INADMISSIBLE',
  'ELIGIBLE',
  'NOT_ELIGIBLE',
  'EXAMINED',
  'ABSENT',
  'WAITING_LIST',
  'NOT_RANKED',
  'OFFERED',
  'ACCEPTED',
  'HELD',
  'DECLINED',
  'LAPSED',
  'RESIGNED',
  'ENROLLED',
  'CONDITION_NOT_MET',
  'WITHDRAWN',
] as const;
/** One of `shownStates`. */
export type ShownState = (typeof shownStates)[number];

/** One text in both languages of the procedure. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** What stands in for `{date}` and `{rank}`, already written for the reader's language and zone. */
export interface WordFacts {
  readonly date?: string;
  readonly rank?: string;
}

/** Words, and what follows them once its date or rank is known. */
type Phrase = readonly [words: string, more?: string];

const draft: Record<keyof Bilingual, Phrase> = { fr: ['Brouillon, non déposé'], en: ['Draft, not submitted'] };

/** One wording for everything undecided or unpublished, so that a change of words tells nothing. */
const shown: Readonly<Record<ShownState, Record<keyof Bilingual, Phrase>>> = {
  UNDER_CONSIDERATION: { fr: ['En cours d’étude', ' (reçu le {date})'], en: ['Under consideration', ' (received on {date})'] },
  TO_COMPLETE: { fr: ['À compléter', ' avant le {date}'], en: ['To complete', ' by {date}'] },
  INADMISSIBLE: { fr: ['Non recevable'], en: ['Not admissible'] },
  ELIGIBLE: { fr: ['Admissible\u00a0: convocation à l’oral'], en: ['Called to the orals'] },
  NOT_ELIGIBLE: { fr: ['Non admissible'], en: ['Not called to the orals'] },
  EXAMINED: { fr: ['Épreuves passées'], en: ['Orals sat'] },
  ABSENT: { fr: ['Absence constatée'], en: ['Absent'] },
  WAITING_LIST: { fr: ['Liste complémentaire', ', rang {rank}'], en: ['Waiting list', ', rank {rank}'] },
  NOT_RANKED: { fr: ['Non classée'], en: ['Not ranked'] },
  OFFERED: { fr: ['Proposition', '\u00a0: répondez avant le {date}'], en: ['Offer', ': reply by {date}'] },
  ACCEPTED: { fr: ['Oui définitif'], en: ['Definitive yes'] },
  HELD: { fr: ['Oui mais'], en: ['Yes but'] },
  DECLINED: { fr: ['Refusée par vous'], en: ['Declined'] },
  LAPSED: { fr: ['Expirée'], en: ['Lapsed'] },
  RESIGNED: { fr: ['Abandonnée'], en: ['Resigned'] },
  ENROLLED: { fr: ['Inscription confirmée'], en: ['Enrolled'] },
  CONDITION_NOT_MET: { fr: ['Condition non remplie'], en: ['Condition not met'] },
  WITHDRAWN: { fr: ['Retirée par vous'], en: ['Withdrawn'] },
};

/** The words a candidate reads for a state, null being a draft; what needs a fact not given is left out. */
export function wordsOf(state: ShownState | null, facts: WordFacts = {}): Bilingual {
  const { fr, en } = state === null ? draft : shown[state];
  return { fr: filled(fr, facts), en: filled(en, facts) };
}

function filled([words, more = '']: Phrase, { date = '', rank = '' }: WordFacts): string {
  const fact = more.includes('{date}') ? date : rank;
  return fact === '' ? words : words + more.replace(/\{\w+\}/, () => fact);
}
