import type { AccountMailKind, MailLocale } from '@guichet/database/account/auth-mail';
import type { MailWords } from './account-mail-words.ts';

type ChangeKind = Extract<
  AccountMailKind,
  'TOO_MANY_CODES' | 'SECOND_FACTOR_ON' | 'SECOND_FACTOR_OFF' | 'BACKUP_CODES_RENEWED' | 'CONFIRM_ADDRESS' | 'ADDRESS_CHANGED'
>;

const french: Readonly<Record<ChangeKind, MailWords>> = {
  TOO_MANY_CODES: {
    subject: 'Plusieurs codes erronés sur votre compte',
    paragraphs: [
      'Dix codes erronés ont été essayés sur votre compte Guichet en un quart d’heure, après votre mot de passe.',
      'Les essais sont suspendus jusqu’à la fin de ce quart d’heure. Votre compte n’est pas bloqué.',
    ],
    act: 'Ce n’était pas moi : choisir un autre mot de passe',
    after: ['C’était vous ? Attendez quelques minutes, puis recommencez.'],
  },
  SECOND_FACTOR_ON: {
    subject: 'La double authentification est activée',
    paragraphs: ['Un code vous sera demandé après votre mot de passe. Vos autres appareils sont déconnectés.'],
    act: 'Ce n’était pas moi : choisir un autre mot de passe',
    after: ['C’était vous ? Vous n’avez rien à faire. Gardez vos codes de secours à l’abri.'],
  },
  SECOND_FACTOR_OFF: {
    subject: 'La double authentification est désactivée',
    paragraphs: ['Aucun code n’est plus demandé après votre mot de passe. Vos autres appareils sont déconnectés.'],
    act: 'Ce n’était pas moi : choisir un autre mot de passe',
    after: ['C’était vous ? Vous n’avez rien à faire.'],
  },
  BACKUP_CODES_RENEWED: {
    subject: 'Vos codes de secours ont été remplacés',
    paragraphs: ['De nouveaux codes de secours ont été demandés pour votre compte Guichet. Les anciens ne sont plus valables.'],
    act: 'Ce n’était pas moi : choisir un autre mot de passe',
    after: ['C’était vous ? Vous n’avez rien à faire.'],
  },
  CONFIRM_ADDRESS: {
    subject: 'Confirmez votre nouvelle adresse',
    paragraphs: [
      'Le titulaire d’un compte Guichet a demandé à utiliser désormais cette adresse.',
      'Confirmez qu’elle est la vôtre.',
    ],
    act: 'Confirmer ma nouvelle adresse',
    after: [
      'Ce lien est valable une heure et ne sert qu’une fois.',
      'Vous n’avez rien demandé ? Ne faites rien : le compte garde son adresse.',
    ],
  },
  ADDRESS_CHANGED: {
    subject: 'L’adresse de votre compte a changé',
    paragraphs: [
      'Votre compte Guichet utilise désormais une autre adresse. Celle-ci ne sert plus.',
      'Tous vos appareils sont déconnectés.',
    ],
    act: null,
    after: ['Ce n’était pas vous ? Écrivez sans tarder à l’école ou au consortium qui suit votre dossier.'],
  },
};

const english: Readonly<Record<ChangeKind, MailWords>> = {
  TOO_MANY_CODES: {
    subject: 'Several wrong codes on your account',
    paragraphs: [
      'Ten wrong codes were tried on your Guichet account within a quarter of an hour, after your password.',
      'Attempts are suspended until that quarter of an hour ends. Your account is not locked.',
    ],
    act: 'It was not me: choose another password',
    after: ['Was it you? Wait a few minutes, then try again.'],
  },
  SECOND_FACTOR_ON: {
    subject: 'Your second factor is on',
    paragraphs: ['You will be asked for a code after your password. Your other devices are signed out.'],
    act: 'It was not me: choose another password',
    after: ['Was it you? There is nothing to do. Keep your backup codes in a safe place.'],
  },
  SECOND_FACTOR_OFF: {
    subject: 'Your second factor is off',
    paragraphs: ['No code is asked for after your password any more. Your other devices are signed out.'],
    act: 'It was not me: choose another password',
    after: ['Was it you? There is nothing to do.'],
  },
  BACKUP_CODES_RENEWED: {
    subject: 'Your backup codes were replaced',
    paragraphs: ['New backup codes were asked for on your Guichet account. The former ones are void.'],
    act: 'It was not me: choose another password',
    after: ['Was it you? There is nothing to do.'],
  },
  CONFIRM_ADDRESS: {
    subject: 'Confirm your new address',
    paragraphs: ['The holder of a Guichet account has asked to use this address from now on.', 'Confirm that it is yours.'],
    act: 'Confirm my new address',
    after: [
      'This link is good for one hour and can be used once.',
      'If you did not ask for this, do nothing: the account keeps its address.',
    ],
  },
  ADDRESS_CHANGED: {
    subject: 'The address of your account has changed',
    paragraphs: [
      'Your Guichet account uses another address from now on. This one is no longer used.',
      'All your devices are signed out.',
    ],
    act: null,
    after: ['Was this not you? Write at once to the school or the consortium that handles your application.'],
  },
};

/** What somebody is told when a factor, a code or an address of their account changed. */
export const accountChangeWords: Readonly<Record<MailLocale, Readonly<Record<ChangeKind, MailWords>>>> = {
  fr: french,
  en: english,
};
