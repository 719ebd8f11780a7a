import { words } from './code-words.ts';

/** Objections to what a school's team keeps for itself: labels, notes, saved views. */
export const deskWords = {
  TOO_MANY_LABELS: words(
    'The school has as many labels as it may (trop d’étiquettes).',
    'Une école a {max} étiquettes au plus : supprimez-en une d’abord.',
    'A school has at most {max} labels: delete one first.',
  ),
  REMOVED: words(
    'It was removed meanwhile (retirée).',
    'Cette note a été retirée : rechargez, ou écrivez-en une autre.',
    'This note was removed: reload, or write another.',
  ),
  NOT_THE_AUTHOR: words(
    'Whoever wrote it removes it, or an administrator of the school (pas l’auteur).',
    'Seules la personne qui a écrit cette note et l’administration de l’école peuvent la retirer.',
    'Only whoever wrote this note and the school’s administrators can remove it.',
  ),
  TOO_MANY_VIEWS: words(
    'As many saved views as may be kept (trop de vues).',
    'Gardez {max} vues au plus par campagne : supprimez-en une d’abord.',
    'Keep at most {max} views per campaign: delete one first.',
  ),
  OFFICERS_SHARE: words(
    'An observer keeps views for themselves; those of the school are made by whoever works the queue (vue de l’école).',
    'Les vues de l’école sont faites par ses gestionnaires ou ses administrateurs : gardez celle-ci pour vous.',
    'The school’s views are made by its officers and administrators: keep this one for yourself.',
  ),
} as const;

/** Objections to giving candidacies to readers, and to taking an act back. */
export const assignmentWords = {
  READER_FULL: words(
    'A reader would have more in hand than they take; nothing was assigned (charge dépassée).',
    '{reader} aurait {load} dossiers et en prend {largestLoad} au plus. Rien n’a été affecté : choisissez-en moins, ou quelqu’un d’autre.',
    '{reader} would have {load} dossiers and takes at most {largestLoad}. Nothing was assigned: choose fewer, or somebody else.',
  ),
  NOT_A_READER: words(
    'Only whoever holds the function of reviewer reads (pas lecteur).',
    'Choisissez une personne qui a la fonction d’évaluation.',
    'Choose somebody who holds the function of reviewer.',
  ),
  READER_SEES_NAMES: words(
    'Whoever works the queue meets the names there, so that no mask holds (lecture anonyme impossible).',
    '{reader} voit les noms dans la file : affectez sans lecture anonyme, ou à une personne qui ne fait que lire.',
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
