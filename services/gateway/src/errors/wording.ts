import { typography } from '@guichet/domain/text/typography';
import type { Locale } from '../http/locale.ts';
import { documentFaults } from './document-faults.ts';
import type { ErrorCode } from './error-codes.ts';
import type { RefusalFacts } from './refusal-facts.ts';

const english: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'This is not open to you.',
  NOT_FOUND: 'There is no such object.',
  BAD_USER_INPUT: 'A value is missing or malformed.',
  GRAPHQL_PARSE_FAILED: 'This is not a GraphQL request.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  IDEMPOTENCY_KEY_REUSED: 'This key was used with another input.',
  IDEMPOTENCY_KEY_IN_USE: 'The first call with this key is still running.',
  CONFLICT_RETRY: 'Somebody else changed the same thing; send the same call again.',
  THROTTLED: 'Too many requests; wait a little.',
  UNAVAILABLE: 'The service cannot answer now; send the same call again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side; report the trace id.',
};

const french: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Connectez-vous d’abord.',
  FORBIDDEN: 'Vous n’y avez pas accès.',
  NOT_FOUND: 'Cet objet n’existe pas.',
  BAD_USER_INPUT: 'Une valeur manque ou est mal formée.',
  GRAPHQL_PARSE_FAILED: 'Ceci n’est pas une requête GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'Le document ne correspond pas au schéma.',
  IDEMPOTENCY_KEY_REUSED: 'Cette clé a servi avec une autre entrée.',
  IDEMPOTENCY_KEY_IN_USE: 'Le premier appel avec cette clé est encore en cours.',
  CONFLICT_RETRY: 'Quelqu’un d’autre a modifié la même chose ; renvoyez le même appel.',
  THROTTLED: 'Trop de requêtes ; patientez un peu.',
  UNAVAILABLE: 'Le service ne peut pas répondre maintenant ; renvoyez le même appel.',
  INTERNAL_SERVER_ERROR: 'Un incident s’est produit chez nous ; signalez l’identifiant de trace.',
};

const chooseHatIn: Readonly<Record<Locale, string>> = {
  en: 'Name the hat of this request in the header Acting-As.',
  fr: 'Précisez à quel titre vous agissez dans l’en-tête Acting-As.',
};

const secondFactorIn: Readonly<Record<Locale, string>> = {
  en: 'Your rights ask for a second factor: set it up, then sign in with it.',
  fr: 'Vos droits demandent une double authentification : activez-la, puis connectez-vous avec elle.',
};

const keyIn: Readonly<Record<Locale, string>> = {
  en: 'This key is not accepted: check it, or ask your school’s administrator for another.',
  fr: 'Cette clé n’est pas acceptée : vérifiez-la, ou demandez-en une autre à l’administration de votre école.',
};

const limitIn: Readonly<Record<Locale, string>> = {
  en: 'The document is larger than a request may be.',
  fr: 'Le document dépasse ce qu’une requête peut demander.',
};

const listIn: Readonly<Record<Locale, string>> = {
  en: 'A list holds more than 100 items: send them in several requests.',
  fr: 'Une liste contient plus de 100 éléments : envoyez-les en plusieurs requêtes.',
};

/** What a person reads for a code; depends on the code and the kind of cause alone, never on a value. */
export const wordingOf = (code: ErrorCode, facts: RefusalFacts = {}, locale: Locale = 'en'): string => {
  if (facts.reason === 'CHOOSE_HAT') return chooseHatIn[locale];
  if (facts.reason === 'SECOND_FACTOR') return secondFactorIn[locale];
  if (facts.reason === 'KEY') return keyIn[locale];
  if (facts.limit === 'LIST') return listIn[locale];
  if (facts.limit !== undefined) return limitIn[locale];
  return (locale === 'fr' ? french : english)[code];
};

/** The same sentence in the caller's language; one of ours, anything else stays as it is. */
export const inLocale = (message: string, locale: Locale): string =>
  locale === 'en' ? message : typography(frenchOf.get(message) ?? message, locale);

const pairs: readonly (readonly [string, string])[] = [
  ...Object.entries(english).map(([code, words]) => [words, french[code as ErrorCode]] as const),
  [chooseHatIn.en, chooseHatIn.fr],
  [secondFactorIn.en, secondFactorIn.fr],
  [keyIn.en, keyIn.fr],
  [limitIn.en, limitIn.fr],
  [listIn.en, listIn.fr],
  ...documentFaults.map(({ en, fr }) => [en, fr] as const),
];

const frenchOf: ReadonlyMap<string, string> = new Map(pairs);
