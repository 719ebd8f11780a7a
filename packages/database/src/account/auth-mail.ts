import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { derived } from '../session/secrets.ts';

/** What an account mail says; `FINISH` answers a second sign-up of an address that was never confirmed. */
export const accountMailKinds = [
  'VERIFY',
  'RESET',
  'FINISH',
  'ADDRESS_EXISTS',
  'PASSWORD_CHANGED',
  'TOO_MANY_CODES',
  'SECOND_FACTOR_ON',
  'SECOND_FACTOR_OFF',
  'BACKUP_CODES_RENEWED',
  'CONFIRM_ADDRESS',
  'ADDRESS_CHANGED',
  'TOO_MANY_ATTEMPTS',
] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

export type MailLocale = 'fr' | 'en';

export interface AccountMail {
  readonly recipient: string;
  readonly kind: AccountMailKind;
  readonly locale: MailLocale;
  /** Carried by the link of the mail; null when the mail bears no link of one use. */
  readonly token: string | null;
}

/** A pool or a client of `auth_svc`. */
export interface AuthConnection {
  query(text: string, values: readonly unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Queues one account mail; the worker sends it. Returns its id, which becomes the message id. */
export async function writeAccountMail(connection: AuthConnection, secret: string, mail: AccountMail): Promise<string> {
  const id = randomUUID();
  const sealed = mail.token === null ? null : sealToken(secret, mail.token, { ...mail, id });
  await connection.query('insert into auth.mail (id, recipient, kind, locale, sealed_token) values ($1, $2, $3, $4, $5)', [
    id,
    mail.recipient,
    mail.kind,
    mail.locale,
    sealed,
  ]);
  return id;
}

/** What a sealed token is tied to: moved to another row, it opens no more. */
export interface MailLabel {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
}

const nonceBytes = 12;
const tagBytes = 16;
const labelBytes = (label: MailLabel) => Buffer.from([label.id, label.kind, label.recipient].join('\n'));
const keyOf = (secret: string) => derived(secret, 'account mail');

/** AES-256-GCM: nonce, tag, ciphertext. */
export function sealToken(secret: string, token: string, label: MailLabel): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(labelBytes(label));
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the row was moved or changed, or when the platform's secret is another one. */
export function openToken(secret: string, sealed: Buffer, label: MailLabel): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, nonceBytes))
    .setAAD(labelBytes(label))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}
