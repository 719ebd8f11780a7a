import { hkdfSync } from 'node:crypto';

/** Thirty-two bytes for one purpose, derived from the platform's secret (HKDF-SHA256): one secret to keep, none to reuse. */
export function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'guichet', purpose, 32));
}

/** The password of a database login; never stored, derived again at each start. */
export const loginPassword = (secret: string, login: Login) => derived(secret, `login ${login}`).toString('base64url');

/** The only roles that may log in beside the owner. */
export const logins = ['app_login', 'app_work', 'auth_svc'] as const;
export type Login = (typeof logins)[number];
