import type { Bilingual } from './words.ts';

/** What a list of candidacies may show of each, in the order it is offered; screens, saved views and exports take the same (colonnes). */
export const candidacyColumns = [
  'REFERENCE',
  'LAST_NAME',
  'FIRST_NAMES',
  'BIRTH_DATE',
  'NATIONALITY',
  'INE',
  'TELEPHONE',
  'CITY',
  'RESIDENCE',
  'INSTITUTION',
  'COUNTRY',
  'SPECIALISMS',
  'STATE',
  'RECEIVED_AT',
  'SUBMITTED_AT',
  'IS_UNOPENED',
  'OPENED_AT',
  'ASSIGNED_TO',
  'LABELS',
] as const;
/** One of `candidacyColumns`. */
export type CandidacyColumn = (typeof candidacyColumns)[number];

/** What a list shows when nobody chose. */
export const usualColumns: readonly CandidacyColumn[] = [
  'REFERENCE',
  'LAST_NAME',
  'FIRST_NAMES',
  'INSTITUTION',
  'COUNTRY',
  'SPECIALISMS',
  'STATE',
  'RECEIVED_AT',
];

/** What a column is headed by, in both languages of the procedure. */
export const columnWords: Readonly<Record<CandidacyColumn, Bilingual>> = {
  REFERENCE: { fr: 'Référence', en: 'Reference' },
  LAST_NAME: { fr: 'Nom', en: 'Family name' },
  FIRST_NAMES: { fr: 'Prénoms', en: 'First names' },
  BIRTH_DATE: { fr: 'Date de naissance', en: 'Date of birth' },
  NATIONALITY: { fr: 'Nationalité', en: 'Nationality' },
  INE: { fr: 'INE', en: 'INE' },
  TELEPHONE: { fr: 'Téléphone', en: 'Telephone' },
  CITY: { fr: 'Ville', en: 'City' },
  RESIDENCE: { fr: 'Pays de résidence', en: 'Country of residence' },
  INSTITUTION: { fr: 'Établissement', en: 'Institution' },
  COUNTRY: { fr: 'Pays de l’établissement', en: 'Country of the institution' },
  SPECIALISMS: { fr: 'Spécialités', en: 'Specialisms' },
  STATE: { fr: 'État', en: 'State' },
  RECEIVED_AT: { fr: 'Reçue le', en: 'Received' },
  SUBMITTED_AT: { fr: 'Déposée le', en: 'Submitted' },
  IS_UNOPENED: { fr: 'À ouvrir', en: 'Not opened yet' },
  OPENED_AT: { fr: 'Ouverte par moi le', en: 'Opened by me' },
  ASSIGNED_TO: { fr: 'Affectée à', en: 'Assigned to' },
  LABELS: { fr: 'Étiquettes', en: 'Labels' },
};

/** The columns as wanted: each once, in the order given; the usual ones when none are. */
export const columnsOf = (wanted: readonly CandidacyColumn[] | null | undefined): readonly CandidacyColumn[] =>
  wanted && wanted.length > 0 ? [...new Set(wanted)] : usualColumns;
