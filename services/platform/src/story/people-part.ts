import { mailTo } from './caught-mail.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import { type Credentials, postAccount, signIn, type Told } from './visitor.ts';

/** A school's administrator invites an officer, who opens an account, accepts, and reads the queue. */
export async function inviteAnOfficer({ url, admin, campaign }: Scene): Promise<void> {
  tell(`A school’s administrator invites an officer (${admin.email})`);
  const account = { email: `ana.${crypto.randomUUID().slice(0, 6)}@ecole.example`, password: crypto.randomUUID() };
  const { invitation } = await admin.act(operation('school-admin/invite-member', {}, { email: account.email, locale: 'EN' }));
  show(`${invitation.displayName}, ${invitation.functions.join(', ')}, ${invitation.state} until ${invitation.expiresAt}`);
  const mail = await mailTo(url, account.email);
  show(`mail to ${mail.to}: “${mail.subject}”`);
  for (const line of mail.text.split('\n\n').slice(0, 2)) show(`  ${line}`);
  const invitationToken = new URL(mail.links[0] ?? '').hash.slice(1);
  await openAccount(url, account);
  const invited = await signIn(url, account);
  await invited.act(operation('account/accept-invitation', { invitationToken }));
  show('accepted; what was handed out before ends, and the officer signs in anew');
  const officer = await signIn(url, account);
  const { data } = await officer.ask(operation('school/unopened', { campaign }));
  show(`${data.desk.school.name}: ${data.desk.candidacies.edges.length} never opened, and read like any colleague`);
  await leave(admin, invitation.displayName);
  const after = await officer.ask(operation('school/unopened', { campaign }));
  show(`removed again, their session answers ${after.codes.join(', ')}`);
}

async function openAccount(url: string, account: Credentials) {
  await postAccount(url, 'sign-up/email', account);
  const mail = await mailTo(url, account.email);
  await postAccount(url, 'verify-email', { token: new URL(mail.links[0] ?? '').hash.slice(1) });
}

async function leave(admin: Scene['admin'], displayName: string) {
  const { data } = await admin.ask(operation('school-admin/people', {}, { first: 1 }));
  const found = data.desk.members.findLast(({ person }: Told['data']) => person.displayName === displayName);
  for (const sentence of found.rights) show(`  ${sentence}`);
  await admin.act(operation('school-admin/remove-member', { member: found.id, memberVersion: found.version }));
}
