import { setTimeout as pause } from 'node:timers/promises';
import type { CaughtMail } from '../mail-catcher/mail-catcher.ts';

const seen = new Set<string>();

/** The next mail to somebody, waited for; each is read once. */
export async function mailTo(url: string, address: string, triesLeft = 100): Promise<CaughtMail> {
  const answer = await fetch(`${url}/dev/mails`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error('This platform sends its mail away: the story reads it from the catcher of development.');
  const mails = (await answer.json()) as CaughtMail[];
  const mail = mails.findLast(({ id, to }) => to === address && !seen.has(id));
  if (mail) {
    seen.add(mail.id);
    return mail;
  }
  if (triesLeft === 0) throw new Error(`No mail came to ${address}`);
  await pause(200);
  return mailTo(url, address, triesLeft - 1);
}
