/** What is wrong with a document, in our words: the library's own would repeat names and values. */
interface DocumentFault {
  readonly says: RegExp;
  readonly en: string;
  readonly fr: string;
}

/** The faults told apart; any other is only said not to fit. */
export const documentFaults: readonly DocumentFault[] = [
  {
    says: /introspection/i,
    en: 'Introspection is off; the schema is published as a file.',
    fr: 'L’introspection est désactivée ; le schéma est publié sous forme de fichier.',
  },
  { says: /^Syntax Error/, en: 'The document cannot be parsed.', fr: 'Le document ne peut pas être analysé.' },
  { says: /^Cannot query field/, en: 'A field does not exist on its type.', fr: 'Un champ n’existe pas sur son type.' },
  { says: /^Unknown argument/, en: 'An argument is not known.', fr: 'Un argument est inconnu.' },
  { says: /^Unknown type/, en: 'A type is not known.', fr: 'Un type est inconnu.' },
  { says: /^Unknown directive/, en: 'A directive is not known.', fr: 'Une directive est inconnue.' },
  {
    says: /^Unknown fragment|^Cannot spread fragment|^Fragment /,
    en: 'A fragment does not fit.',
    fr: 'Un fragment ne convient pas.',
  },
  {
    says: /must (?:not )?have a (?:sub)?selection/,
    en: 'A selection of fields is missing, or one too many.',
    fr: 'Une sélection de champs manque ou est de trop.',
  },
  {
    says: /is required, but it was not provided/,
    en: 'A required argument is missing.',
    fr: 'Un argument obligatoire manque.',
  },
  { says: /^Variable "/, en: 'A variable does not fit its use.', fr: 'Une variable ne convient pas à son emploi.' },
  {
    says: /^(?:Expected value|Enum|Int|Float|String|Boolean|ID|Value|Malformed|Field "[^"]*" is not defined)\b/,
    en: 'A value does not fit its type.',
    fr: 'Une valeur ne convient pas à son type.',
  },
  { says: /conflict because/, en: 'Two fields of one name differ.', fr: 'Deux champs de même nom diffèrent.' },
];

/** Our sentence for one of the library's; null when it says nothing worth telling apart. */
export const wordingOfFault = (message: string): string | null =>
  documentFaults.find(({ says }) => says.test(message))?.en ?? null;
