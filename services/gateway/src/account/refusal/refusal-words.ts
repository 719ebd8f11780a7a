import { typography } from '@guichet/domain/text/typography';
import type { PasswordFault } from '../password/password-rules.ts';
import { passwordLength } from '../password/password-rules.ts';
import type { AccountRefusal, RefusalCode } from './refusal.ts';

type Words = Readonly<Record<'fr' | 'en', string>>;

const refusals: Readonly<Record<Exclude<RefusalCode, 'PASSWORD_REFUSED'>, Words>> = {
  BAD_USER_INPUT: { fr: 'Une valeur manque ou est mal formée.', en: 'A value is missing or malformed.' },
  LINK_REFUSED: {
    fr: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
    en: 'This link was used already or has run out. Ask for a new one.',
  },
  INVALID_CREDENTIALS: {
    fr: 'L’adresse et le mot de passe ne vont pas ensemble, ou l’adresse n’est pas encore confirmée : ouvrez alors le lien reçu par courriel.',
    en: 'The address and the password do not go together, or the address is not confirmed yet: then open the link you were mailed.',
  },
  CODE_REFUSED: {
    fr: 'Ce code ne convient pas, ou a déjà servi. Attendez le suivant, ou utilisez un code de secours.',
    en: 'This code is wrong, or was used already. Wait for the next one, or use a backup code.',
  },
  FACTOR_IS_SET: {
    fr: 'La double authentification est déjà activée. Désactivez-la d’abord pour changer d’appareil.',
    en: 'Your second factor is on already. Switch it off first to change devices.',
  },
  UNAUTHENTICATED: { fr: 'Connectez-vous d’abord.', en: 'Sign in first.' },
  FORBIDDEN: { fr: 'Cette demande ne vient pas de notre site.', en: 'This request does not come from our site.' },
  INVITATION_REFUSED: {
    fr: 'Cette invitation a déjà servi, a été retirée ou a expiré, ou s’adresse à une autre adresse que la vôtre : demandez-en une nouvelle à votre adresse.',
    en: 'This invitation was used already, was withdrawn or has expired, or is meant for an address other than yours: ask for a new one to be sent to yours.',
  },
  THROTTLED: { fr: 'Trop d’essais. Recommencez dans', en: 'Too many attempts. Try again in' },
};

const mended: Readonly<Record<NonNullable<AccountRefusal['about']>, Words>> = {
  ADDRESS: {
    fr: 'Saisissez une adresse complète, comme prenom.nom@exemple.fr.',
    en: 'Type a whole address, such as first.last@example.org.',
  },
  PASSWORD: {
    fr: 'Ce n’est pas le mot de passe de votre compte.',
    en: 'This is not the password of your account.',
  },
  FIRST_CODE: {
    fr: 'Ce code ne convient pas. Vérifiez que l’heure de votre téléphone est exacte, puis saisissez le code qu’il affiche à présent.',
    en: 'This code is wrong. Check that the clock of your telephone is right, then type the code it shows now.',
  },
};

const faults: Readonly<Record<PasswordFault, Words>> = {
  TOO_SHORT: {
    fr: `Choisissez au moins ${passwordLength.min} caractères.`,
    en: `Choose at least ${passwordLength.min} characters.`,
  },
  TOO_LONG: {
    fr: `Choisissez au plus ${passwordLength.max} caractères.`,
    en: `Choose at most ${passwordLength.max} characters.`,
  },
  UNREADABLE_SIGN: { fr: 'Retirez les signes invisibles.', en: 'Take out the invisible signs.' },
  EQUALS_EMAIL: { fr: 'Choisissez autre chose que votre adresse.', en: 'Choose something other than your address.' },
  TOO_COMMON: {
    fr: 'Ce mot de passe est trop courant. Choisissez par exemple quatre mots sans lien.',
    en: 'This password is too common. Choose four unrelated words, for example.',
  },
};

/** For how long, in whole minutes; never less than is to be waited. */
function minutes(seconds: number): string {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return ` ${count} minute${count === 1 ? '' : 's'}.`;
}

function plainWords({ code, faults: found, about, retryAfter }: AccountRefusal, locale: 'fr' | 'en'): string {
  if (code === 'PASSWORD_REFUSED') return found.map((fault) => faults[fault][locale]).join(' ');
  if (about !== null) return mended[about][locale];
  return refusals[code][locale] + (code === 'THROTTLED' ? minutes(retryAfter ?? 0) : '');
}

/** What a person reads. */
export const refusalWords = (refusal: AccountRefusal, locale: 'fr' | 'en'): string =>
  typography(plainWords(refusal, locale), locale);
