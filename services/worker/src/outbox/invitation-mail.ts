import { createHash } from 'node:crypto';
import { accountLink } from '@guichet/database/account/auth-links';
import { type PresentedInvitationRow, readPresentedInvitation } from '@guichet/database/membership/presented-invitation.read';
import { openLink } from '@guichet/database/outbox/sealed-link';
import { personHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { functionsInWords, rightsInWords } from '@guichet/domain/account/rights-in-words';
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
  const held = functionsInWords(functions, locale);
  const rights = rightsInWords(functions, locale).map(withinSentence);
  if (locale === 'fr') {
    const where = invitation.school === null ? 'administrer le consortium' : `rejoindre l’équipe de l’école ${invitation.school}`;
    return {
      subject: 'Une invitation vous attend sur Guichet',
      paragraphs: [
        `Une invitation vous est faite : ${where}.`,
        ...(functions.length === 0 ? [] : [`Votre fonction : ${held}. À ce titre, une personne ${rights.join(' ; ')}.`]),
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
      ...(functions.length === 0 ? [] : [`Your function: ${held}. As such, a person ${rights.join('; ')}.`]),
      `The invitation stands until ${until}. It is good once, and for this address only.`,
      'Accept with an account at this address. You can open one on the same page. If you were not expecting this, do nothing.',
    ],
    link: { act: 'See the invitation', href },
  };
}

/** Of several sentences without a subject one is made that has it. */
const withinSentence = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
