import { accountLink } from '@guichet/database/account/auth-links';
import type { AccountMailKind, MailLocale } from '@guichet/database/account/auth-mail';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { typography } from '@guichet/domain/text/typography';
import { accountMailWords, type MailWords } from './account-mail-words.ts';
import { lateMailWords } from './late-mail-words.ts';
import type { OutgoingMail } from './mailer.ts';

/** What a waiting mail is made of, its token opened. */
export interface AccountMailFacts {
  readonly id: string;
  readonly recipient: string;
  readonly kind: AccountMailKind;
  readonly locale: MailLocale;
  readonly token: string | null;
  /** Its link ran out before it could leave. */
  readonly isLate: boolean;
  /** When what it tells happened: it may leave long after. */
  readonly at: Temporal.Instant;
}

/** The mail a person reads: the same words as plain text and as plain HTML, one link, always to the configured origin. */
export function accountMail(facts: AccountMailFacts, baseUrl: string): OutgoingMail {
  const words = facts.isLate ? lateWords(facts) : accountMailWords[facts.locale][facts.kind];
  const said = (plain: string) => typography(plain, facts.locale);
  const before = [...words.paragraphs, ...whenOf(facts)].map(said);
  const after = words.after.map(said);
  const link = words.act === null ? null : { act: said(words.act), href: accountLink(baseUrl, facts.kind, facts.token) };
  return {
    id: facts.id,
    to: facts.recipient,
    subject: said(words.subject),
    text: [...before, ...(link ? [`${link.act}\n${link.href}`] : []), ...after, '-- \nGuichet'].join('\n\n'),
    html: page({ before, after, link }, facts.locale),
  };
}

/** Kinds that tell what was done, or tried, with an account: whoever reads of it wants to know whether it was them. */
const tellingWhen: ReadonlySet<AccountMailKind> = new Set([
  'PASSWORD_CHANGED',
  'TOO_MANY_ATTEMPTS',
  'TOO_MANY_CODES',
  'SECOND_FACTOR_ON',
  'SECOND_FACTOR_OFF',
  'BACKUP_CODES_RENEWED',
  'ADDRESS_CHANGED',
]);

/** An account belongs to no campaign and has no zone of its own: it is told the time of the schools. */
function whenOf({ kind, locale, at }: AccountMailFacts): readonly string[] {
  if (!tellingWhen.has(kind)) return [];
  const when = dateInFull(at, locale, 'Europe/Paris');
  return [locale === 'fr' ? `C’était le ${when}.` : `This was on ${when}.`];
}

/** What was asked for, that its link has run out, and what whoever did not ask may leave undone. */
function lateWords({ kind, locale }: AccountMailFacts): MailWords {
  const { subject, paragraphs, after } = accountMailWords[locale][kind];
  const { paragraph, act } = lateMailWords[locale];
  return { subject, paragraphs: [...paragraphs.slice(0, 1), paragraph], act, after: after.slice(-1) };
}

interface Said {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly link: { readonly act: string; readonly href: string } | null;
}

function page({ before, after, link }: Said, locale: MailLocale): string {
  const paragraph = (plain: string) => `<p>${escaped(plain)}</p>`;
  const button = link && `<p><a href="${escaped(link.href)}">${escaped(link.act)}</a></p>`;
  const body = [...before.map(paragraph), ...(button ? [button] : []), ...after.map(paragraph), '<p>Guichet</p>'].join('\n');
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (plain: string) => plain.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
