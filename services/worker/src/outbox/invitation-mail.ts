import { createHash } from 'node:crypto';
import { accountLink } from '@guichet/database/account/auth-links';
import { type PresentedInvitationRow, readPresentedInvitation } from '@guichet/database/membership/presented-invitation.read';
import { openLink } from '@guichet/database/outbox/sealed-link';
import { personHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { functionsInWords, yourRightsInWords } from '@guichet/domain/account/rights-in-words';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import type { OutgoingMail } from '../mail/mailer.ts';
import { NotWritable } from './not-writable.ts';
import { type MailText, writtenMail } from './written-mail.ts';

/** An invitation's row of the outbox: its link, sealed until it is sent. */
export interface WaitingLink {
  readonly id: string;
  readonly sealedLink: Buffer | null;
}

/** Writes the mail with the rights of whoever will hold its link, and no others. */
export async function invitationMail(binding: Binding, { id, sealedLink }: WaitingLink, url: string): Promise<OutgoingMail> {
  if (sealedLink === null) throw new NotWritable('LINK_ENDED');
  const token = openLink(binding.linkKey, sealedLink, id);
  const digest = createHash('sha256').update(token).digest('hex');
  const invitation = await inWork(binding, personHat(systemPrincipal, digest), ({ db }) => readPresentedInvitation(db));
  if (!invitation || invitation.hasEnded) throw new NotWritable('LINK_ENDED');
  const { email, locale } = invitation;
  return writtenMail({ id, to: email, locale }, invitationText(invitation, accountLink(url, 'INVITATION', token)));
}

/** Where, as what in sentences, until when; nothing of it in the subject. */
export function invitationText(invitation: Omit<PresentedInvitationRow, 'email'>, href: string): MailText {
  const { locale, functions } = invitation;
  const until = dateInFull(invitation.expiresAt, locale, 'Europe/Paris');
  if (locale === 'fr') {
    const where = invitation.school === null ? 'administrer le consortium' : `rejoindre l’équipe de l’école ${invitation.school}`;
    return {
      subject: 'Une invitation vous attend sur Guichet',
      paragraphs: [
        `Une invitation vous est faite : ${where}.`,
        'Guichet est la plateforme où des écoles d’ingénieurs recrutent ensemble : on y dépose un seul dossier pour plusieurs écoles.',
        ...rightsTold(functions, locale),
        `L’invitation est valable jusqu’au ${until}. Elle ne sert qu’une fois, et à cette adresse seulement.`,
        'Acceptez avec un compte à cette adresse. Vous pourrez l’ouvrir sur la même page. Vous ne l’attendiez pas ? Ne faites rien.',
      ],
      link: { act: 'Voir l’invitation', href },
    };
  }
  const where = invitation.school === null ? 'to administer the consortium' : `to join the team of ${invitation.school}`;
  return {
    subject: 'An invitation is waiting for you on Guichet',
    paragraphs: [
      `You are invited ${where}.`,
      'Guichet is where engineering schools recruit together: a candidate files one dossier, for several schools.',
      ...rightsTold(functions, locale),
      `The invitation stands until ${until}. It can be used once, and for this address only.`,
      'Accept with an account at this address. You can open one on the same page. If you were not expecting this, do nothing.',
    ],
    link: { act: 'See the invitation', href },
  };
}

const headings = {
  fr: {
    one: 'Votre fonction : ',
    several: 'Vos fonctions : ',
    can: 'Vous pouvez : ',
    cannot: 'Vous ne pouvez pas : ',
    and: ' ; ',
  },
  en: { one: 'Your function: ', several: 'Your functions: ', can: 'You may: ', cannot: 'You may not: ', and: '; ' },
} as const;

/** As what somebody is invited, then what they may do and what they may not, each under its own heading; the consortium has no functions. */
function rightsTold(functions: readonly SchoolFunction[], locale: 'fr' | 'en'): readonly string[] {
  if (functions.length === 0) return [];
  const said = headings[locale];
  const { can, cannot } = yourRightsInWords(functions, locale);
  return [
    `${functions.length === 1 ? said.one : said.several}${functionsInWords(functions, locale)}.`,
    `${said.can}${can.join(said.and)}.`,
    ...(cannot.length === 0 ? [] : [`${said.cannot}${cannot.join(said.and)}.`]),
  ];
}
