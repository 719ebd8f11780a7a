import { mayOf, type SchoolFunction, type SchoolRight, schoolFunctions } from './school-function.ts';

/** A sentence in both languages of the procedure. */
interface Said {
  readonly fr: string;
  readonly en: string;
}

/** What a function is called where people read it (fonction). */
export const functionNames: Readonly<Record<SchoolFunction, Said>> = {
  ADMIN: { fr: 'administration', en: 'administration' },
  OFFICER: { fr: 'gestion des candidatures', en: 'management of candidacies' },
  REVIEWER: { fr: 'évaluation', en: 'review' },
  OBSERVER: { fr: 'observation', en: 'observation' },
};

/** In the order a colleague asks: who comes in, what binds, what is read, what is done. */
const rights: readonly SchoolRight[] = [
  'MANAGE_PEOPLE',
  'EDIT_NOTICE',
  'READ_LIST',
  'OPEN_CANDIDACY',
  'WORK_QUEUE',
  'READ_ASSIGNED',
];

/** What follows “peut” and “may”; `{to}` is whom it is said of, a colleague or the reader. */
const may: Readonly<Record<SchoolRight, Said>> = {
  MANAGE_PEOPLE: {
    fr: 'inviter des personnes, changer leurs fonctions, les retirer, et gérer les clés d’API',
    en: 'invite people, change their functions, remove them, and manage API keys',
  },
  EDIT_NOTICE: { fr: 'écrire la notice et la figer', en: 'write the notice and freeze it' },
  READ_LIST: { fr: 'lire la liste des candidatures', en: 'read the list of candidacies' },
  OPEN_CANDIDACY: { fr: 'ouvrir tout dossier reçu par l’école', en: 'open any dossier the school received' },
  WORK_QUEUE: {
    fr: 'affecter des dossiers aux évaluateurs, écrire des notes internes et poser des étiquettes',
    en: 'assign dossiers to reviewers, write internal notes and apply labels',
  },
  READ_ASSIGNED: { fr: 'ouvrir les dossiers qui {to} sont affectés', en: 'open the dossiers assigned to {to}' },
};

/** What follows “ne peut pas” and “may not”. */
const mayNot: Readonly<Record<SchoolRight, Said>> = {
  MANAGE_PEOPLE: { fr: 'inviter ni retirer de membre', en: 'invite or remove anybody' },
  EDIT_NOTICE: { fr: 'modifier la notice', en: 'change the notice' },
  READ_LIST: { fr: 'voir la liste des candidatures', en: 'see the list of candidacies' },
  OPEN_CANDIDACY: { fr: 'ouvrir de dossier', en: 'open any dossier' },
  WORK_QUEUE: { fr: 'affecter de dossier', en: 'assign dossiers' },
  READ_ASSIGNED: { fr: 'recevoir de dossier à évaluer', en: 'be given dossiers to review' },
};

const aColleague = {
  fr: { can: 'Peut', cannot: 'Ne peut pas', to: 'lui' },
  en: { can: 'May', cannot: 'May not', to: 'them' },
} as const;
const theReader = { fr: 'vous', en: 'you' } as const;

/** What somebody may do and may not, as sentences about them, in a fixed order; a reader's own dossiers are not denied twice. */
export function rightsInWords(functions: readonly SchoolFunction[], locale: 'fr' | 'en'): readonly string[] {
  const { can, cannot } = saidOf(functions);
  const words = aColleague[locale];
  return [
    ...can.map((right) => `${words.can} ${may[right][locale].replace('{to}', words.to)}.`),
    ...cannot.map((right) => `${words.cannot} ${mayNot[right][locale]}.`),
  ];
}

/** The same to the person who holds them: what follows “vous pouvez” and “vous ne pouvez pas”, each for a heading of its own. */
export function yourRightsInWords(functions: readonly SchoolFunction[], locale: 'fr' | 'en') {
  const { can, cannot } = saidOf(functions);
  return {
    can: can.map((right) => may[right][locale].replace('{to}', theReader[locale])),
    cannot: cannot.map((right) => mayNot[right][locale]),
  };
}

function saidOf(functions: readonly SchoolFunction[]) {
  const held = mayOf(functions);
  return {
    can: rights.filter((right) => held.has(right)),
    cannot: rights.filter((right) => !held.has(right) && !saysItAlready(right, held)),
  };
}

/** Who opens every dossier misses nothing without a desk for some; who opens some is not said to open none. */
const saysItAlready = (right: SchoolRight, held: ReadonlySet<SchoolRight>) =>
  (right === 'READ_ASSIGNED' && held.has('READ_LIST')) || (right === 'OPEN_CANDIDACY' && held.has('READ_ASSIGNED'));

/** The names of some functions, joined, in the order of the functions. */
export const functionsInWords = (functions: readonly SchoolFunction[], locale: 'fr' | 'en'): string =>
  schoolFunctions
    .filter((each) => functions.includes(each))
    .map((each) => functionNames[each][locale])
    .join(', ');
