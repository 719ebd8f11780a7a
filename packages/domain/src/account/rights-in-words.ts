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

const may: Readonly<Record<SchoolRight, Said>> = {
  MANAGE_PEOPLE: {
    fr: 'Peut inviter des personnes, changer leurs fonctions, les retirer, et gérer les clés d’API.',
    en: 'May invite people, change their functions, remove them, and manage API keys.',
  },
  EDIT_NOTICE: { fr: 'Peut écrire la notice et la figer.', en: 'May write the notice and freeze it.' },
  READ_LIST: { fr: 'Peut lire la liste des candidatures.', en: 'May read the list of candidacies.' },
  OPEN_CANDIDACY: { fr: 'Peut ouvrir tout dossier reçu par l’école.', en: 'May open any dossier the school received.' },
  WORK_QUEUE: {
    fr: 'Peut affecter des dossiers aux évaluateurs, écrire des notes internes et poser des étiquettes.',
    en: 'May assign dossiers to reviewers, write internal notes and apply labels.',
  },
  READ_ASSIGNED: { fr: 'Peut ouvrir les dossiers qui lui sont affectés.', en: 'May open the dossiers assigned to them.' },
};

const mayNot: Readonly<Record<SchoolRight, Said>> = {
  MANAGE_PEOPLE: { fr: 'Ne peut inviter ni retirer personne.', en: 'May neither invite nor remove anybody.' },
  EDIT_NOTICE: { fr: 'Ne peut pas modifier la notice.', en: 'May not change the notice.' },
  READ_LIST: { fr: 'Ne voit pas la liste des candidatures.', en: 'Does not see the list of candidacies.' },
  OPEN_CANDIDACY: { fr: 'Ne peut ouvrir aucun dossier.', en: 'May open no dossier.' },
  WORK_QUEUE: { fr: 'Ne peut pas affecter de dossier.', en: 'May not assign a dossier.' },
  READ_ASSIGNED: { fr: 'Ne reçoit pas de dossier à évaluer.', en: 'Is given no dossier to review.' },
};

/** What somebody may do and may not, as sentences, in a fixed order; a reader's own dossiers are not denied twice. */
export function rightsInWords(functions: readonly SchoolFunction[], locale: 'fr' | 'en'): readonly string[] {
  const held = mayOf(functions);
  const isSaid = (right: SchoolRight) => held.has(right) || !saysItAlready(right, held);
  const [can, cannot] = [true, false].map((wanted) => rights.filter((right) => held.has(right) === wanted && isSaid(right)));
  return [...(can ?? []).map((right) => may[right][locale]), ...(cannot ?? []).map((right) => mayNot[right][locale])];
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
