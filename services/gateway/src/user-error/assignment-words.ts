import type { CodeWords } from './user-error-words.ts';

const words = (meaning: string, fr: string, en: string): CodeWords => ({ meaning, fr, en });

/** Objections to giving candidacies to readers, and to taking an act back. */
export const assignmentWords = {
  READER_FULL: words(
    'A reader would have more in hand than they take; nothing was assigned (charge dépassée).',
    '{reader} aurait {load} dossiers et en prend {largestLoad} au plus. Rien n’a été affecté : choisissez-en moins, ou quelqu’un d’autre.',
    '{reader} would have {load} dossiers and takes at most {largestLoad}. Nothing was assigned: choose fewer, or somebody else.',
  ),
  NOT_A_READER: words(
    'Only who holds the function of reviewer reads (pas lecteur).',
    'Choisissez une personne qui a la fonction de lecture.',
    'Choose somebody who holds the function of reviewer.',
  ),
  READER_SEES_NAMES: words(
    'Whoever works the queue meets the names there, so that no mask holds (lecture anonyme impossible).',
    '{reader} voit les noms dans la file : affectez sans anonymat, ou à une personne qui ne fait que lire.',
    '{reader} sees the names in the queue: assign without a mask, or to somebody who only reads.',
  ),
  ALREADY_UNDONE: words(
    'The act was taken back before (déjà annulé).',
    'Cet acte est déjà annulé.',
    'This act was already taken back.',
  ),
  TOO_LATE_TO_UNDO: words(
    'An act is taken back within ten minutes (trop tard pour annuler).',
    'Cet acte pouvait être annulé jusqu’au {date}. Défaites-le par un nouvel acte.',
    'This act could be taken back until {date}. Reverse it by a new act.',
  ),
} as const;
