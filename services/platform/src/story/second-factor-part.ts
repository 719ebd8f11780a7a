import { telephoneOf } from '../demonstration/telephone.ts';
import { mailTo } from './caught-mail.ts';
import { show, tell } from './scene.ts';
import { type Credentials, cookieOf, postAccount, postSigned } from './visitor.ts';

/** Sets up a second factor as the page does: the password again, a drawing for the telephone, its first code, ten backup codes. */
export async function setUpFactor(url: string, account: Credentials): Promise<Credentials> {
  tell('A second factor is set up, and signing in asks for a code');
  const { email, password } = account;
  const cookie = cookieOf(await postAccount(url, 'sign-in/email', { email, password }));
  const offered = await postSigned({ url, cookie }, 'second-factor/offer', { password });
  const { base32 } = (await offered.json()) as { base32: string };
  const confirmed = await postSigned({ url, cookie }, 'second-factor/confirm', { code: telephoneOf(base32).code });
  const { backupCodes } = (await confirmed.json()) as { backupCodes: readonly string[] };
  const mail = await mailTo(url, email);
  show(`mail to ${mail.to}: “${mail.subject}”`);
  const begun = (await (await postAccount(url, 'sign-in/email', { email, password })).json()) as { secondFactor?: string };
  show(
    `${backupCodes.length} backup codes, shown this once; the password alone now answers: ${begun.secondFactor ?? 'signed in'}`,
  );
  return { ...account, totpSecret: base32 };
}
