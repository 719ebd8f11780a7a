import { createTransport } from 'nodemailer';
import { askedAtLast, type MayLeave } from './last-moment.ts';

/** One mail, ready to go: its id is the row's, so that a receiver can drop what it has already. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a report on this mail alone comes to; absent, none is asked for. */
  readonly returnPath?: string | null;
}

export interface Mailer {
  /**
   * Resolves with the server's reply code once it has taken the mail; rejects otherwise, and then nobody knows whether it did, but for
   * `TakenOver`: not allowed at the last moment, nothing was handed over.
   */
  send(mail: OutgoingMail, mayLeave?: MayLeave): Promise<number | null>;
  close(): void;
}

export interface MailerOptions {
  /** SMTP_URL, `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** MAIL_FROM, an address with or without a name. */
  readonly from: string;
  /** For one step of the dialogue, in milliseconds; all of them end before a claimed mail may be claimed again. */
  readonly timeoutMs?: number;
}

/** Mail to one SMTP server over at most two kept connections. */
export function createMailer({ smtpUrl, from, timeoutMs = 10_000 }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', askedAtLast);
  const domain = /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text, html, returnPath }, mayLeave) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const recipient = { name: '', address: to };
      const content = { from, to: recipient, subject, text, html, headers, messageId: `<${id}@${domain}>` };
      const more = { ...(returnPath ? reported(id, to, returnPath) : {}), ...(mayLeave ? { mayLeave } : {}) };
      const { response } = await transport.sendMail({ ...content, ...more });
      return Number(/^\d{3}/.exec(response)?.[0] ?? Number.NaN) || null;
    },
    close: () => transport.close(),
  };
}

/** A return path of the mail's own, and, where the server offers it (RFC 3461), a report on what becomes of it that repeats the mail's id. */
const reported = (id: string, to: string, returnPath: string) => ({
  envelope: { from: returnPath, to },
  dsn: { id, return: 'headers' as const, notify: ['success' as const, 'failure' as const, 'delay' as const] },
});
