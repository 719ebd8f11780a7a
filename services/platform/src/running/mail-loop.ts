import { loginUrl } from '@guichet/database/session/migrate';
import { startAccountMailRelay } from '@guichet/worker/mail/account-mail-loop';
import { createMailer } from '@guichet/worker/mail/mailer';
import { Pool } from 'pg';
import type { Logger } from 'pino';

export interface MailParts {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly url: string;
  readonly log: Logger;
}

/** Account mail from its outbox to the SMTP server, until it is stopped. */
export function startMail({ databaseUrl, secret, smtpUrl, mailFrom, url, log }: MailParts): { stop(): Promise<void> } {
  const pool = new Pool({ connectionString: loginUrl(databaseUrl, 'auth_svc', secret), max: 2 });
  pool.on('error', () => log.warn({ event: 'pool-error' }, 'A connection was lost'));
  const mailer = createMailer({ smtpUrl, from: mailFrom });
  const relay = startAccountMailRelay({ pool, mailer, secret, baseUrl: url, log });
  return {
    stop: async () => {
      await relay.stop();
      mailer.close();
      await pool.end();
    },
  };
}
