import type { AccountMailKind, MailLocale } from '@guichet/database/account/auth-mail';
import { accountChangeWords } from './account-change-words.ts';

/** The words of one kind of account mail: no name, no decision, nothing personal in the subject. */
export interface MailWords {
  readonly subject: string;
  /** One idea a paragraph. */
  readonly paragraphs: readonly string[];
  /** What the button says; null where nothing is to be done. */
  readonly act: string | null;
  readonly after: readonly string[];
}

const french: Readonly<Record<AccountMailKind, MailWords>> = {
  ...accountChangeWords.fr,
  VERIFY: {
    subject: 'Confirmez votre adresse',
    paragraphs: [
      'Un compte vient d’être ouvert sur Guichet avec cette adresse.',
      'Confirmez qu’elle est la vôtre pour vous connecter.',
    ],
    act: 'Confirmer mon adresse',
    after: [
      'Ce lien est valable 24 heures.',
      'Vous n’avez rien demandé ? Ne faites rien : sans confirmation, le compte reste fermé.',
    ],
  },
  RESET: {
    subject: 'Choisissez un nouveau mot de passe',
    paragraphs: ['Un nouveau mot de passe a été demandé pour votre compte Guichet.'],
    act: 'Choisir un nouveau mot de passe',
    after: [
      'Ce lien est valable une heure et ne sert qu’une fois.',
      'Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.',
    ],
  },
  FINISH: {
    subject: 'Terminez l’ouverture de votre compte',
    paragraphs: [
      'Un compte Guichet attend d’être confirmé à cette adresse.',
      'Choisissez votre mot de passe : votre adresse sera confirmée du même coup.',
    ],
    act: 'Choisir mon mot de passe',
    after: [
      'Ce lien est valable une heure et ne sert qu’une fois.',
      'Vous n’avez rien demandé ? Ne faites rien : le compte reste fermé.',
    ],
  },
  ADDRESS_EXISTS: {
    subject: 'Vous avez déjà un compte',
    paragraphs: [
      'Quelqu’un, vous peut-être, a voulu ouvrir un compte Guichet avec cette adresse.',
      'Elle en a déjà un : connectez-vous comme d’habitude.',
    ],
    act: 'J’ai oublié mon mot de passe',
    after: ['Ce n’était pas vous ? Ne faites rien : votre compte n’a pas changé.'],
  },
  PASSWORD_CHANGED: {
    subject: 'Votre mot de passe a changé',
    paragraphs: ['Le mot de passe de votre compte Guichet a été changé. Vos autres appareils sont déconnectés.'],
    act: 'Ce n’était pas moi : en choisir un autre',
    after: ['C’était vous ? Vous n’avez rien à faire.'],
  },
  TOO_MANY_ATTEMPTS: {
    subject: 'Plusieurs essais de connexion à votre compte',
    paragraphs: [
      'Dix mots de passe erronés ont été essayés sur votre compte Guichet en un quart d’heure.',
      'Les essais sont suspendus jusqu’à la fin de ce quart d’heure. Votre compte n’est pas bloqué.',
    ],
    act: 'Choisir un nouveau mot de passe',
    after: ['Un nouveau mot de passe vous rouvre l’accès tout de suite.'],
  },
};

const english: Readonly<Record<AccountMailKind, MailWords>> = {
  ...accountChangeWords.en,
  VERIFY: {
    subject: 'Confirm your address',
    paragraphs: [
      'An account has just been opened on Guichet with this address.',
      'Confirm that the address is yours; you can then sign in.',
    ],
    act: 'Confirm my address',
    after: [
      'This link is good for 24 hours.',
      'If you did not ask for this, do nothing: without confirmation the account stays closed.',
    ],
  },
  RESET: {
    subject: 'Choose a new password',
    paragraphs: ['A new password was asked for on your Guichet account.'],
    act: 'Choose a new password',
    after: [
      'This link is good for one hour and can be used once.',
      'If you did not ask for this, do nothing: your password stays the same.',
    ],
  },
  FINISH: {
    subject: 'Finish opening your account',
    paragraphs: [
      'A Guichet account is waiting to be confirmed at this address.',
      'Choose your password: that confirms the address too.',
    ],
    act: 'Choose my password',
    after: [
      'This link is good for one hour and can be used once.',
      'If you did not ask for this, do nothing: the account stays closed.',
    ],
  },
  ADDRESS_EXISTS: {
    subject: 'You already have an account',
    paragraphs: [
      'Somebody, perhaps you, tried to open a Guichet account with this address.',
      'It has one already: sign in as usual.',
    ],
    act: 'I forgot my password',
    after: ['Was this not you? Do nothing: your account has not changed.'],
  },
  PASSWORD_CHANGED: {
    subject: 'Your password has changed',
    paragraphs: ['The password of your Guichet account was changed. Your other devices are signed out.'],
    act: 'It was not me: choose another',
    after: ['Was it you? There is nothing to do.'],
  },
  TOO_MANY_ATTEMPTS: {
    subject: 'Several attempts to sign in to your account',
    paragraphs: [
      'Ten wrong passwords were tried on your Guichet account within a quarter of an hour.',
      'Attempts are suspended until that quarter of an hour ends. Your account is not locked.',
    ],
    act: 'Choose a new password',
    after: ['A new password lets you in again at once.'],
  },
};

export const accountMailWords: Readonly<Record<MailLocale, Readonly<Record<AccountMailKind, MailWords>>>> = {
  fr: french,
  en: english,
};
