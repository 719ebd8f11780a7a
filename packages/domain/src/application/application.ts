/** Life of the single dossier (dossier de candidature); a recall is a fact beside it, `isBeingRevised`. */
export const applicationStates = ['DRAFT', 'SUBMITTED', 'WITHDRAWN'] as const;
/** One of `applicationStates`. */
export type ApplicationState = (typeof applicationStates)[number];

/** Where an application stands; being revised, its submitted copy stands meanwhile. */
export interface ApplicationStanding {
  readonly state: ApplicationState;
  readonly isBeingRevised: boolean;
}
/** What its candidate does to an application. */
export type ApplicationEvent = 'submit' | 'recall' | 'withdraw';

interface ApplicationTransition {
  readonly from: ApplicationStanding;
  readonly event: ApplicationEvent;
  readonly to: ApplicationStanding;
}
const draft = { state: 'DRAFT', isBeingRevised: false } as const;
const submitted = { state: 'SUBMITTED', isBeingRevised: false } as const;
const recalled = { state: 'SUBMITTED', isBeingRevised: true } as const;
const withdrawn = { state: 'WITHDRAWN', isBeingRevised: false } as const;
const resumed = { state: 'WITHDRAWN', isBeingRevised: true } as const;

/** Every step of an application's life: who withdrew everything may take the dossier up again and be received anew. */
export const applicationTransitions: readonly ApplicationTransition[] = [
  { from: draft, event: 'submit', to: submitted },
  { from: submitted, event: 'recall', to: recalled },
  { from: recalled, event: 'submit', to: submitted },
  { from: submitted, event: 'withdraw', to: withdrawn },
  { from: recalled, event: 'withdraw', to: withdrawn },
  { from: withdrawn, event: 'recall', to: resumed },
  { from: resumed, event: 'submit', to: submitted },
];

/** Where an event leads, or null when it cannot happen; `withdraw` is the withdrawal of the last school. */
export const standingAfter = (
  { state, isBeingRevised }: ApplicationStanding,
  event: ApplicationEvent,
): ApplicationStanding | null =>
  applicationTransitions.find(
    ({ from, event: fired }) => fired === event && from.state === state && from.isBeingRevised === isBeingRevised,
  )?.to ?? null;

/** Whether the sections may be written: a draft, or a dossier recalled. */
export const isWritable = ({ state, isBeingRevised }: ApplicationStanding): boolean => state === 'DRAFT' || isBeingRevised;

/** Level of a year of study: years after the baccalauréat, or a year of master's. */
export const studyLevels = ['BAC1', 'BAC2', 'BAC3', 'BAC4', 'BAC5', 'M1', 'M2', 'OTHER'] as const;
/** One of `studyLevels`. */
export type StudyLevel = (typeof studyLevels)[number];

/** How far a year of study has come. */
export const studyStatuses = ['VALIDATED', 'UNDER_WAY', 'EXPECTED'] as const;
/** One of `studyStatuses`. */
export type StudyStatus = (typeof studyStatuses)[number];

/** The title a candidate relies on (titre): a first year of master's, or another qualification of at least four years. */
export const qualificationKinds = ['M1_VALIDATED', 'M1_UNDER_WAY', 'OTHER_FOUR_YEARS'] as const;
/** One of `qualificationKinds`. */
export type QualificationKind = (typeof qualificationKinds)[number];

/** What a candidate may need at the orals (aménagements). */
export const arrangementNeeds = [
  'EXTRA_TIME',
  'STEP_FREE_ACCESS',
  'SIGN_LANGUAGE',
  'LARGE_PRINT',
  'OWN_EQUIPMENT',
  'OTHER',
] as const;
/** One of `arrangementNeeds`. */
export type ArrangementNeed = (typeof arrangementNeeds)[number];

/** Who the candidate is; names in any script, birth date as YYYY-MM-DD, nationality as ISO alpha-2, INE null where there is none. */
export interface Identity {
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthDate: string;
  readonly nationality: string;
  readonly ine: string | null;
}

/** How the candidate is reached, besides the account's address; country as ISO alpha-2, the post code null where there are none. */
export interface Contact {
  readonly telephone: string | null;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly postcode: string | null;
  readonly city: string;
  readonly country: string;
}

/** One declared year of study; `year` is when the academic year ends, `results` an average out of 20 as text, with a point. */
export interface StudyYear {
  /** Null when the institution is in no list: its name was typed freely. */
  readonly institutionUai: string | null;
  readonly institutionName: string;
  readonly country: string;
  readonly diploma: string;
  readonly level: StudyLevel;
  /** Null unless the diploma is a national master's. */
  readonly mentionCode: string | null;
  readonly specialismTitle: string | null;
  readonly ects: number | null;
  readonly year: number;
  readonly status: StudyStatus;
  readonly results: string | null;
}

/** The title relied on: the code of a national mention, or else a foreign or free title. */
export interface Qualification {
  readonly kind: QualificationKind;
  readonly mentionCode: string | null;
  readonly title: string | null;
}

/** Free answers, read by every chosen school. */
export interface Answers {
  readonly motivation: string;
}

/** A confidentiality class of its own: read by nobody but who organises the orals. No need at all is an answer too. */
export interface SpecialArrangements {
  readonly needs: readonly ArrangementNeed[];
  readonly text: string | null;
}

/** One school among those chosen (vœu), its specialisms most wanted first; rank 1 is the most wanted, null under FREE_REPLY. */
export interface DraftChoice {
  readonly schoolId: string;
  readonly specialismIds: readonly string[];
  readonly preferenceRank: number | null;
}

/** A section while it is being written: each answer may still be absent. */
export type Unfinished<Section> = { readonly [Answer in keyof Section]: Section[Answer] | null };

/** The whole dossier while it is being written; a section is null until first saved. */
export interface Draft {
  readonly identity: Unfinished<Identity> | null;
  readonly contact: Unfinished<Contact> | null;
  readonly studies: readonly Unfinished<StudyYear>[];
  readonly qualification: Unfinished<Qualification> | null;
  readonly answers: Unfinished<Answers> | null;
  readonly arrangements: Unfinished<SpecialArrangements> | null;
  /** Where the orals are sat; need not be a chosen school. */
  readonly examCentreId: string | null;
  readonly choices: readonly DraftChoice[];
}
