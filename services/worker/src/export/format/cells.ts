import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import type { ContentRow } from '@guichet/database/candidacy/content.read';
import type { StudyYear } from '@guichet/domain/application/application';
import { type CandidacyColumn, columnWords } from '@guichet/domain/candidacy/columns';
import { stateWords } from '@guichet/domain/candidacy/state-words';
import type { Bilingual } from '@guichet/domain/candidacy/words';
import { qualificationWords, studyLevelWords, studyStatusWords } from '@guichet/domain/export/study-words';

/** What one cell holds, with its type: each format writes it its own way. */
export type Cell = string | number | boolean | Temporal.PlainDate | Temporal.Instant | null;

/** One row of an export: the candidacy as the list shows it, and what it says where that was asked for. */
export interface ExportRow {
  readonly candidacy: CandidacyRow;
  readonly assignedTo: readonly string[];
  readonly labels: readonly string[];
  readonly content: ContentRow | null;
}

/** One column of the file. */
export interface FileColumn {
  /** Key in JSON Lines. */
  readonly name: string;
  readonly heading: Bilingual;
  readonly cell: (row: ExportRow, locale: 'fr' | 'en') => Cell;
  /** Where JSON says more than a cell can. */
  readonly json?: (row: ExportRow) => unknown;
}

type Shown = Omit<FileColumn, 'name' | 'heading'>;

const identity = (part: 'lastName' | 'firstNames' | 'nationality' | 'ine'): Shown => ({
  cell: ({ candidacy }) => candidacy.dossier.identity?.[part] ?? null,
});
const contact = (part: 'telephone' | 'city' | 'country'): Shown => ({
  cell: ({ candidacy }) => candidacy.dossier.contact?.[part] ?? null,
});
const list = (of: (row: ExportRow) => readonly string[]): Shown => ({ cell: (row) => of(row).join(', '), json: of });

const dayOf = (text: string | undefined) => (text === undefined ? null : Temporal.PlainDate.from(text));

const shown: Readonly<Record<CandidacyColumn, Shown>> = {
  REFERENCE: { cell: ({ candidacy }) => candidacy.dossier.reference },
  LAST_NAME: identity('lastName'),
  FIRST_NAMES: identity('firstNames'),
  BIRTH_DATE: { cell: ({ candidacy }) => dayOf(candidacy.dossier.identity?.birthDate) },
  NATIONALITY: identity('nationality'),
  INE: identity('ine'),
  TELEPHONE: contact('telephone'),
  CITY: contact('city'),
  RESIDENCE: contact('country'),
  INSTITUTION: { cell: ({ candidacy }) => candidacy.dossier.institution },
  COUNTRY: { cell: ({ candidacy }) => candidacy.dossier.country },
  SPECIALISMS: {
    cell: ({ candidacy }, locale) => candidacy.specialisms.map(({ name }) => name[locale] ?? name.fr).join(', '),
    json: ({ candidacy }) => candidacy.specialisms.map(({ code, name }) => ({ code, name })),
  },
  STATE: { cell: ({ candidacy }, locale) => stateWords[candidacy.state][locale], json: ({ candidacy }) => candidacy.state },
  RECEIVED_AT: { cell: ({ candidacy }) => candidacy.receivedAt },
  SUBMITTED_AT: { cell: ({ candidacy }) => candidacy.dossier.submittedAt },
  IS_UNOPENED: { cell: ({ candidacy }) => candidacy.isUnopened },
  OPENED_AT: { cell: ({ candidacy }) => candidacy.openedAt },
  ASSIGNED_TO: list(({ assignedTo }) => assignedTo),
  LABELS: list(({ labels }) => labels),
};

const joined = (parts: readonly (string | number | null)[]) => parts.filter((part) => part !== null).join(' · ');

const yearInWords = (study: StudyYear, locale: 'fr' | 'en') => {
  const { year, level, diploma, institutionName, country, mentionCode, specialismTitle, ects, status, results } = study;
  const place = `${institutionName} (${country})`;
  const credits = ects === null ? null : `${ects.toLocaleString(locale)} ECTS`;
  const { [level]: at } = studyLevelWords;
  const done = studyStatusWords[status][locale];
  return joined([year, at[locale], diploma, place, mentionCode, specialismTitle, credits, done, results]);
};

/** What dossiers say, after the columns of the list; read only behind an opening. */
const contentColumns: readonly FileColumn[] = [
  {
    name: 'qualification',
    heading: { fr: 'Titre', en: 'Qualification' },
    cell: ({ content }, locale) => {
      if (!content?.qualification) return null;
      const { kind, mentionCode, title } = content.qualification;
      return joined([qualificationWords[kind][locale], mentionCode, title]);
    },
    json: ({ content }) => content?.qualification ?? null,
  },
  {
    name: 'studies',
    heading: { fr: 'Études', en: 'Studies' },
    cell: ({ content }, locale) => (content?.studies ?? []).map((study) => yearInWords(study, locale)).join('\n') || null,
    json: ({ content }) => content?.studies ?? [],
  },
  {
    name: 'motivation',
    heading: { fr: 'Motivation', en: 'Motivation' },
    cell: ({ content }) => content?.answers?.motivation ?? null,
  },
];

/** Columns of instants tell in whose clock they are written. */
export const headingOf = ({ name, heading }: FileColumn, locale: 'fr' | 'en', clock: string) =>
  heading[locale] + (name.endsWith('At') ? ` (${clock})` : '');

/** The columns of a file: those of the list in the order asked for, then what dossiers say. */
export const fileColumns = (columns: readonly CandidacyColumn[], withContent: boolean): readonly FileColumn[] => [
  ...columns.map((column) => ({ name: camelCase(column), heading: columnWords[column], ...shown[column] })),
  ...(withContent ? contentColumns : []),
];

const camelCase = (name: string) => name.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
