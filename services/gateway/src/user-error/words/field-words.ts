import { words } from './code-words.ts';

/** Faults of one answer. */
export const fieldWords = {
  MISSING: words('Not given yet (manquant).', 'Renseignez ce champ.', 'Fill in this field.'),
  NOT_AMONG_STUDIES: words(
    'The year relied on is not among the studies (absent des études).',
    'Ajoutez à vos études l’année de master correspondante.',
    'Add the matching year of master’s to your studies.',
  ),
  BLANK: words('Nothing but spaces (vide).', 'Saisissez un texte.', 'Enter a text.'),
  NOT_A_NAME: words('Not a person’s name (nom).', 'Saisissez un nom en lettres.', 'Enter a name in letters.'),
  TOO_MANY_MARKS: words(
    'Too many combining marks (diacritiques).',
    'Saisissez le nom sans signes superposés.',
    'Enter the name without stacked marks.',
  ),
  TEXT_TOO_LONG: words(
    'Longer than allowed (texte trop long).',
    'Raccourcissez à {max} caractères.',
    'Shorten to {max} characters.',
  ),
  CONTROL_CHARACTER: words(
    'A control character (caractère de contrôle).',
    'Retirez les caractères invisibles.',
    'Remove the invisible characters.',
  ),
  BIDI_CONTROL: words(
    'A direction override (inversion du sens).',
    'Retirez les caractères invisibles.',
    'Remove the invisible characters.',
  ),
  INVISIBLE_CHARACTER: words(
    'An invisible character (caractère invisible).',
    'Retirez les caractères invisibles.',
    'Remove the invisible characters.',
  ),
  LONE_SURROGATE: words('A broken character (caractère incomplet).', 'Saisissez à nouveau ce texte.', 'Enter this text again.'),
  NUL_CHARACTER: words('The character NUL.', 'Saisissez à nouveau ce texte.', 'Enter this text again.'),
  DATE_NOT_VALID: words(
    'Not a day of the calendar (date).',
    'Saisissez une date comme 2004-03-14.',
    'Enter a date such as 2004-03-14.',
  ),
  AGE_OUT_OF_RANGE: words('An age that cannot be (âge).', 'Vérifiez la date de naissance.', 'Check the date of birth.'),
  COUNTRY_NOT_VALID: words(
    'Not an ISO country code (pays).',
    'Choisissez un pays de la liste.',
    'Choose a country from the list.',
  ),
  INE_NOT_VALID: words(
    'Not a national student number (INE).',
    'Vérifiez les 11 caractères de l’INE, ou laissez vide.',
    'Check the 11 characters of the INE, or leave it empty.',
  ),
  UAI_NOT_VALID: words(
    'Not an institution’s number (UAI).',
    'Choisissez l’établissement dans la liste, ou saisissez son nom.',
    'Choose the institution from the list, or type its name.',
  ),
  TELEPHONE_NOT_VALID: words(
    'Not a telephone number (téléphone).',
    'Saisissez un numéro comme 06 12 34 56 78 ou +33 6 12 34 56 78.',
    'Enter a number such as +33 6 12 34 56 78.',
  ),
  POSTCODE_NOT_VALID: words(
    'Not a post code (code postal).',
    'Saisissez un code postal comme 59500.',
    'Enter a post code such as 59500.',
  ),
  NUMBER_OUT_OF_RANGE: words('Outside what is possible (hors limites).', 'Vérifiez ce nombre.', 'Check this number.'),
  DECIMAL_COMMA: words('A comma where a point is expected (virgule).', 'Écrivez 15.5 avec un point.', 'Write 15.5 with a point.'),
  MARK_NOT_VALID: words(
    'Not a mark out of 20 (note).',
    'Saisissez une note de 0 à 20, comme 15.5.',
    'Enter a mark from 0 to 20, such as 15.5.',
  ),
  UNKNOWN_VALUE: words(
    'Not one of the values offered (valeur inconnue).',
    'Choisissez une valeur proposée.',
    'Choose one of the values offered.',
  ),
  TOO_MANY_ENTRIES: words(
    'More entries than allowed (trop d’entrées).',
    'Gardez au plus {max} entrées.',
    'Keep at most {max} entries.',
  ),
  EMAIL_NOT_VALID: words(
    'Not an e-mail address (adresse).',
    'Saisissez une adresse comme prenom.nom@exemple.fr.',
    'Enter an address such as first.last@example.org.',
  ),
  EMAIL_NOT_ASCII: words(
    'An address outside ASCII (adresse).',
    'Saisissez l’adresse sans accents.',
    'Enter the address without accents.',
  ),
} as const;
