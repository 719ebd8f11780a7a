import { words } from './code-words.ts';

/** Objections of the set-up. */
export const setupWords = {
  NO_MEMBER: words(
    'The campaign has no member school (aucune école).',
    'Ajoutez au moins une école.',
    'Add at least one school.',
  ),
  CLOSES_BEFORE_OPENING: words(
    'It closes before it opens (dates).',
    'Placez la clôture après l’ouverture.',
    'Put the closing after the opening.',
  ),
  DATE_OUT_OF_RANGE: words(
    'A date in no year of a campaign (année).',
    'Choisissez une date entre 2000 et 2100.',
    'Choose a date from 2000 to 2100.',
  ),
  NEW_DEADLINE_PASSED: words(
    'The new deadline lies in the past (date passée).',
    'Choisissez une clôture à venir.',
    'Choose a deadline still ahead.',
  ),
  MISSING_SPECIALISMS: words(
    'A school names no specialism (spécialités).',
    '{school} : choisissez les spécialités admises.',
    '{school}: choose the specialisms admitted.',
  ),
  MISSING_SEATS: words(
    'A school’s plan lacks this route (places).',
    '{school} : indiquez les places, ou indiquez qu’elles ne sont pas publiées.',
    '{school}: give the seats, or say that they are not published.',
  ),
  MISSING_CONTACT: words(
    'A school has no contact (contact).',
    '{school} : donnez un contact, avec un téléphone ou une adresse.',
    '{school}: give a contact with a telephone or an address.',
  ),
  MISSING_ADMIN: words(
    'A school has no administrator (administrateur).',
    '{school} : invitez au moins un administrateur.',
    '{school}: invite at least one administrator.',
  ),
  HOLDS_CANDIDACIES: words(
    'The school holds candidacies (candidatures).',
    '{school} détient des candidatures : elle ne peut pas quitter la campagne.',
    '{school} holds candidacies: it cannot leave the campaign.',
  ),
  SLUG_NOT_VALID: words(
    'Not a short name for addresses (nom court).',
    'Écrivez des mots en a–z et 0–9, joints par des tirets, une lettre d’abord.',
    'Write words of a–z and 0–9 joined by hyphens, a letter first.',
  ),
  SLUG_RESERVED: words(
    'A word the platform keeps for itself (nom réservé).',
    'Ce nom est réservé : choisissez le nom de l’école ou de sa ville.',
    'This name is reserved: choose the name of the school or of its city.',
  ),
  NAMED_TWICE: words('Named twice (doublon).', 'Ne nommez chacun qu’une fois.', 'Name each one once.'),
  SEATS_DO_NOT_ADD_UP: words(
    'Seats by specialism do not add up (total des places).',
    'Le total des places par spécialité doit être égal au nombre de places.',
    'Seats by specialism must add up to the number of seats.',
  ),
  SEATS_NOT_PUBLISHED_YET_DIVIDED: words(
    'Seats divided but not published (places).',
    'Publiez les places, ou ne les divisez pas.',
    'Publish the seats, or do not divide them.',
  ),
} as const;
