import { words } from './code-words.ts';

/** Objections to a school's own page and to a further version of its notice. */
export const schoolWords = {
  NOTHING_CHANGED: words(
    'It says the same as the version in force (rien de nouveau).',
    'Rien ne diffère de la version en vigueur : changez une règle, ou gardez cette version.',
    'Nothing differs from the version in force: change a rule, or keep that version.',
  ),
  COLOUR_NOT_VALID: words(
    'Not a colour in hexadecimal (couleur).',
    'Saisissez une couleur comme #1f3864.',
    'Enter a colour such as #1f3864.',
  ),
  CONTRAST_TOO_LOW: words(
    'Text in this colour cannot be read on white (contraste).',
    'Contraste de {contrast} pour 4,5 requis : la couleur lisible la plus proche est {nearest}.',
    'Contrast of {contrast} where 4.5 is required: the nearest readable colour is {nearest}.',
  ),
  UNREACHABLE_CONTACT: words(
    'A contact with neither telephone nor address (contact).',
    'Donnez un téléphone ou une adresse.',
    'Give a telephone or an address.',
  ),
  CONTACT_REQUIRED: words(
    'A school that takes dossiers keeps a contact (contact obligatoire).',
    'Une école qui reçoit des dossiers garde un contact : remplacez-le plutôt que de le retirer.',
    'A school that takes dossiers keeps a contact: replace it rather than remove it.',
  ),
} as const;
