import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { derived } from '../session/secrets.ts';

const nonceBytes = 12;
const tagBytes = 16;
const keyOf = (secret: string) => derived(secret, 'second factor');

/** The bytes codes are made from, encrypted and tied to their account: AES-256-GCM; nonce, tag, ciphertext. */
export function sealFactor(secret: string, accountId: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the row was moved to another account or changed, or when the platform's secret is another one. */
export function openFactor(secret: string, accountId: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(accountId))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** What is kept of a backup code: keyed, so that a copy of the table alone cannot be searched for codes. */
export const backupDigest = (secret: string, accountId: string, code: string): Buffer =>
  createHmac('sha256', derived(secret, 'backup codes')).update(`${accountId}\n${code}`).digest();
