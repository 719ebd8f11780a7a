import type { Locale } from '../locale.ts';

/** What a person reads whose page could not be shown: what is the matter, and what to do. */
export interface FailureWords {
  readonly title: string;
  readonly what: string;
  readonly mend: string;
}

type InBoth = Readonly<Record<Locale, FailureWords>>;

// Whether a page is not there or not theirs is not told apart.
const absent: InBoth = {
  fr: {
    title: 'Page introuvable',
    what: 'Cette page n’existe pas ou ne vous est pas ouverte.',
    mend: 'Vérifiez l’adresse. Si elle vient d’un courriel, copiez le lien en entier, jusqu’à son dernier caractère.',
  },
  en: {
    title: 'Page not found',
    what: 'This page does not exist or is not open to you.',
    mend: 'Check the address. If it comes from a mail, copy the whole link, down to its last character.',
  },
};

const forPrograms: InBoth = {
  fr: {
    title: 'Adresse réservée aux programmes',
    what: 'Cette adresse ne s’ouvre pas dans un navigateur : les programmes y envoient leurs requêtes par POST.',
    mend: 'Passez par une des pages ci-dessous.',
  },
  en: {
    title: 'An address for programs',
    what: 'This address does not open in a browser: programs send it their requests by POST.',
    mend: 'Use one of the pages below.',
  },
};

const unavailable: InBoth = {
  fr: {
    title: 'Service momentanément indisponible',
    what: 'Guichet ne peut pas répondre maintenant.',
    mend: 'Attendez une minute, puis rechargez cette page.',
  },
  en: {
    title: 'Unavailable for the moment',
    what: 'Guichet cannot answer now.',
    mend: 'Wait a minute, then load this page again.',
  },
};

const broken: InBoth = {
  fr: {
    title: 'Un incident s’est produit',
    what: 'Un incident s’est produit chez nous : cette page n’a pas pu être affichée.',
    mend: 'Rechargez-la. Si l’incident se répète, signalez cet identifiant :',
  },
  en: {
    title: 'Something went wrong',
    what: 'Something went wrong on our side: this page could not be shown.',
    mend: 'Load it again. If it happens once more, report this id:',
  },
};

const byStatus: Readonly<Record<number, InBoth>> = { 405: forPrograms, 500: broken, 503: unavailable };

/** The words for a status; whatever else is wrong with an address reads as a page that is not there. */
export const failureWords = (status: number, locale: Locale): FailureWords => (byStatus[status] ?? absent)[locale];

/** Where a person can go from there, where it is served. */
export const waysOn: readonly (readonly [string, Readonly<Record<Locale, string>>])[] = [
  ['/sign-in', { fr: 'Se connecter', en: 'Sign in' }],
  ['/sign-up', { fr: 'Créer un compte', en: 'Create an account' }],
  ['/graphiql', { fr: 'La page des requêtes, pendant le développement', en: 'The query page, while developing' }],
];
