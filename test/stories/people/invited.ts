import type { OutgoingMail } from '@guichet/worker/mail/mailer';
import type { Actor, Answer, Selected } from '../../world/actor.ts';
import { sentMails, tokenIn } from '../../world/mails.ts';
import type { World } from '../../world/world.ts';

export const freshKey = () => crypto.randomUUID();

const invitation = `invitation { id state email displayName functions rights expiresAt inviter { displayName } school { slug } }`;

/** A mutation of one input, with what its payload is asked for. */
export const act = (name: string, selection: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} userErrors { code message path } } }`;

export const inviteMember = act('inviteMember', invitation);
export const acceptInvitation = act('acceptInvitation', 'hat { value kind membership { school { slug } functions rights } }');

/** Whom an administrator invites. */
export const invited = (email: string, functions: readonly string[] = ['OFFICER'], more: object = {}) => ({
  input: { email, displayName: 'Ana Roux', functions, idempotencyKey: freshKey(), ...more },
});

/** Invites somebody and answers the mail they get. */
export async function mailed(
  world: World,
  admin: Actor,
  variables: { readonly input: { readonly email: string } },
): Promise<OutgoingMail> {
  const { inviteMember: payload } = await admin.read(inviteMember, variables);
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  const mail = (await sentMails(world)).findLast(({ to }) => to === payload.invitation.email);
  if (!mail) throw new Error('No mail came');
  return mail;
}

/** Accepts by the link of a mail. */
export const accept = (person: Actor, mail: OutgoingMail, idempotencyKey = freshKey()): Promise<Answer<Selected>> =>
  person.ask(acceptInvitation, { input: { token: tokenIn(mail), idempotencyKey } });

/** The reason an act was refused for; null when it was done. */
export const refusalOf = ({ data, errors }: Answer<Selected>): string | null => {
  const payload = Object.values(data ?? {})[0] as
    | { readonly userErrors?: readonly { readonly code: string }[] }
    | null
    | undefined;
  return errors[0]?.extensions.code ?? payload?.userErrors?.[0]?.code ?? null;
};
