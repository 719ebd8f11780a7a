import { typography } from '@guichet/domain/text/typography';
import type { OutgoingMail } from '../mail/mailer.ts';

/** What a mail says, in its reader's language; plain text throughout. */
export interface MailText {
  /** Says that something is new; never a decision, a mark or a name. */
  readonly subject: string;
  /** One idea a paragraph. */
  readonly paragraphs: readonly string[];
  readonly link: { readonly act: string; readonly href: string };
}

export interface Addressee {
  /** The outbox row's id, so that a receiver drops what it has already. */
  readonly id: string;
  readonly to: string;
  readonly locale: 'fr' | 'en';
}

/** The mail a person reads: the same words as plain text and as plain HTML, with one link. */
export function writtenMail({ id, to, locale }: Addressee, { subject, paragraphs, link }: MailText): OutgoingMail {
  const said = paragraphs.map((paragraph) => typography(paragraph, locale));
  const act = typography(link.act, locale);
  return {
    id,
    to,
    subject: typography(subject, locale),
    text: [...said, `${act}\n${link.href}`, '-- \nGuichet'].join('\n\n'),
    html: page([...said.map(escaped), `<a href="${escaped(link.href)}">${escaped(act)}</a>`, 'Guichet'], locale),
  };
}

const page = (paragraphs: readonly string[], locale: string) =>
  `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"></head><body>\n${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')}\n</body></html>\n`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (plain: string) => plain.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
