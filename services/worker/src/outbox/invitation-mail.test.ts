import { expect, test } from '@jest/globals';
import { invitationText } from './invitation-mail.ts';
import { writtenMail } from './written-mail.ts';

const invitation = {
  locale: 'fr' as const,
  school: 'IMT Mines <b>Albi</b>',
  schoolId: crypto.randomUUID(),
  functions: ['OBSERVER', 'REVIEWER'] as const,
  expiresAt: Temporal.Instant.from('2027-02-15T09:00:00Z'),
  hasEnded: false,
};
const href = 'https://guichet.example/join#token';
const mailOf = (given: Parameters<typeof invitationText>[0]) =>
  writtenMail({ id: crypto.randomUUID(), to: 'ana@example.org', locale: given.locale }, invitationText(given, href));

test('an invitation says in French where, as what in sentences, until when, and leads to one link', () => {
  expect(mailOf(invitation).text).toBe(`Une invitation vous est faite\u00a0: rejoindre l’équipe de l’école IMT Mines <b>Albi</b>.

Guichet est la plateforme où des écoles d’ingénieurs recrutent ensemble\u00a0: on y dépose un seul dossier pour plusieurs écoles.

Vos fonctions\u00a0: évaluation, observation.

Vous pouvez\u00a0: lire la liste des candidatures\u00a0; ouvrir les dossiers qui vous sont affectés.

Vous ne pouvez pas\u00a0: inviter ni retirer de membre\u00a0; modifier la notice\u00a0; affecter de dossier.

L’invitation est valable jusqu’au lundi 15 février 2027 à 10\u00a0h\u00a000 (heure de Paris). Elle ne sert qu’une fois, et à cette adresse seulement.

Acceptez avec un compte à cette adresse. Vous pourrez l’ouvrir sur la même page. Vous ne l’attendiez pas\u00a0? Ne faites rien.

Voir l’invitation
https://guichet.example/join#token

--\u0020
Guichet`);
});

test('E-12 a school’s name is text in both parts, and nothing of the invitation is in the subject', () => {
  const { html, subject } = mailOf(invitation);
  expect(html).toContain('IMT Mines &lt;b&gt;Albi&lt;/b&gt;');
  expect(subject).toBe('Une invitation vous attend sur Guichet');
});

test('what a function does not give stands under its own heading, and nothing does where nothing is denied', () => {
  const reviewer = mailOf({ ...invitation, locale: 'en', functions: ['REVIEWER'] }).text;
  expect(reviewer).toContain('Your function: review.\n\nYou may: open the dossiers assigned to you.\n\nYou may not: invite or ');
  expect(mailOf({ ...invitation, functions: ['ADMIN'] }).text).not.toContain('Vous ne pouvez pas');
});

test('an invitation to administer the consortium names no function, in English as asked', () => {
  const { text, subject } = mailOf({ ...invitation, locale: 'en', school: null, schoolId: null, functions: [] });
  expect(subject).toBe('An invitation is waiting for you on Guichet');
  expect(text).toContain(
    'You are invited to administer the consortium.\n\nGuichet is where engineering schools recruit together',
  );
  expect(text).toContain('The invitation stands until Monday');
  expect(text).not.toContain('function');
});
