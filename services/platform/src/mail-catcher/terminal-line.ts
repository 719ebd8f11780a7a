import type { CaughtMail } from './mail-catcher.ts';

/** The one line a terminal shows for a caught mail: whom, what, and where it leads. */
export function terminalLine(mail: CaughtMail): string {
  return `mail to ${plain(mail.to)}: ${plain(mail.subject)}${mail.links[0] ? ` → ${plain(mail.links[0])}` : ''}`;
}

/** Whoever wrote the message writes no second line, nor moves the cursor. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
