import { words } from './code-words.ts';

/** Refusals of an act: the moment, the state, somebody else. */
export const actWords = {
  DEADLINE_PASSED: words(
    'Received after the deadline (délai dépassé).',
    'La clôture est passée depuis le {date}. Rien n’a été modifié.',
    'The deadline passed on {date}. Nothing was changed.',
  ),
  CAMPAIGN_NOT_OPEN: words(
    'The campaign takes no dossier yet (pas encore ouverte).',
    'La campagne ouvre le {date}.',
    'The campaign opens on {date}.',
  ),
  STALE_VERSION: words(
    'Somebody else changed it meanwhile (version périmée).',
    'Ceci a été modifié entre-temps : rechargez, puis recommencez.',
    'This was changed meanwhile: reload, then try again.',
  ),
  NOT_IN_THIS_STATE: words(
    'The act cannot happen in the present state (état).',
    'Ceci n’est pas possible dans l’état actuel : rechargez pour voir ce qui l’est.',
    'This cannot be done in the present state: reload to see what can.',
  ),
  CHANGED_SINCE_PREPARED: words(
    'What was shown before is no longer so (modifié depuis la relecture).',
    'Ceci a changé depuis votre relecture : relisez, puis recommencez.',
    'This has changed since you read it: read it again, then try again.',
  ),
  MISSING_ITEM: words(
    'Something required is missing or does not stand (élément manquant).',
    'À compléter ou à corriger dans « {section} » – {item}.',
    'To complete or correct in “{section}” – {item}.',
  ),
  ALREADY_EXISTS: words(
    'There is one already (existe déjà).',
    'Il en existe déjà un : utilisez-le, ou donnez un autre nom.',
    'There is one already: use it, or give another name.',
  ),
  LAST_ADMIN: words(
    'A school keeps at least one administrator (dernier administrateur).',
    'Une école garde au moins un administrateur : nommez-en d’abord un autre.',
    'A school keeps at least one administrator: name another first.',
  ),
} as const;

/** Objections of a notice to a dossier. */
export const admissibilityWords = {
  LEVEL_TOO_LOW: words(
    'Less than the level required (niveau insuffisant).',
    'Niveau insuffisant : {required} crédits ECTS requis, ou une première année de master, pour un total déclaré de {ects}.',
    'The level is too low: {ects} ECTS credits declared, {required} required, or a first year of master’s.',
  ),
  LEVEL_TO_JUDGE: words(
    'Four years or more without credits: a human decides (niveau à apprécier).',
    'L’école appréciera votre niveau.',
    'The school will judge your level.',
  ),
  SPECIALISM_NOT_ADMITTED: words(
    'The specialism chosen does not admit this mention (spécialité non admise).',
    'La spécialité choisie n’admet pas votre mention.',
    'The specialism chosen does not admit your mention.',
  ),
  SPECIALISM_TO_JUDGE: words(
    'A foreign or free title: a human decides (spécialité à apprécier).',
    'L’école appréciera si votre titre convient à la spécialité.',
    'The school will judge whether your title fits the specialism.',
  ),
  PARTNER_STUDENT: words(
    'A student of a partner institution asks for this route (étudiant d’un partenaire).',
    'Les étudiants d’établissements partenaires passent par les sessions internationales.',
    'Students of partner institutions use the international sessions.',
  ),
} as const;

/** Objections to a list of choices. */
export const choiceWords = {
  NO_CHOICE: words('No school is named (aucun vœu).', 'Choisissez au moins une école.', 'Choose at least one school.'),
  TOO_MANY_CHOICES: words(
    'More schools than allowed (trop de vœux).',
    'Choisissez au plus {max} écoles.',
    'Choose at most {max} schools.',
  ),
  NOT_A_PERMUTATION: words(
    'Ranks are not 1 to n, each once (ordre incomplet).',
    'Donnez à chaque école un rang différent, de 1 au nombre de vœux.',
    'Give each school a different rank, from 1 to the number of choices.',
  ),
  NOT_ASKED: words(
    'Not asked for in this campaign (non demandé).',
    'Cette campagne ne le demande pas.',
    'This campaign does not ask for it.',
  ),
  SCHOOL_NOT_OPEN: words(
    'No school of this campaign that takes dossiers (école non ouverte).',
    'Cette école ne reçoit pas de dossier dans cette campagne : choisissez-en une autre.',
    'This school takes no dossiers in this campaign: choose another.',
  ),
  CHOSEN_TWICE: words('Named twice (doublon).', 'Ne nommez chacun qu’une fois.', 'Name each one once.'),
  NOT_CHOSEN: words(
    'Not among the choices submitted (non choisie).',
    'Cette école n’est pas parmi vos vœux : nommez-en une qui y est.',
    'This school is not among your choices: name one that is.',
  ),
  NO_SPECIALISM: words(
    'No specialism is named (aucune spécialité).',
    'Choisissez une spécialité pour cette école.',
    'Choose a specialism for this school.',
  ),
  TOO_MANY_SPECIALISMS: words(
    'More specialisms than the notice allows (trop de spécialités).',
    'Trop de spécialités pour cette école : choisissez-en {max} au plus.',
    'Too many specialisms for this school: choose {max} at most.',
  ),
  SPECIALISM_NOT_OFFERED: words(
    'The school does not offer it (spécialité non proposée).',
    'Cette école ne propose pas cette spécialité.',
    'This school does not offer this specialism.',
  ),
} as const;
