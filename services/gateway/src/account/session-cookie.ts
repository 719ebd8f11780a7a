import { createHmac, timingSafeEqual } from 'node:crypto';
import { derived } from '@guichet/database/session/secrets';

export interface SessionCookie {
  /** `__Host-guichet`; on plain http, which only development speaks, `guichet`. */
  readonly name: string;
  /** The Set-Cookie line that hands a session to a browser. */
  setting(token: string): string;
  /** The Set-Cookie line that takes it away. */
  readonly clearing: string;
  /** The token of a Cookie header; null when absent, tampered with, or given twice. */
  tokenOf(header: string | undefined): string | null;
}

const signed = /^([A-Za-z0-9]{16,64})\.([A-Za-z0-9_-]{43})$/;
const sevenDays = 7 * 24 * 60 * 60;
const mostKnown = 10_000;

/** The session's cookie: an opaque random token, signed so that a guess costs no look-up. */
export function sessionCookie({ secret, isSecure }: { secret: string; isSecure: boolean }): SessionCookie {
  const key = derived(secret, 'session cookie');
  const name = isSecure ? '__Host-guichet' : 'guichet';
  const flags = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const signatureOf = (token: string) => createHmac('sha256', key).update(token).digest();
  // Values whose signature was found true; whether the session still stands is asked of the database each time.
  const known = new Map<string, string>();
  const tokenIn = (value: string): string | null => {
    const [, token, signature] = signed.exec(value) ?? [];
    if (token === undefined || signature === undefined) return null;
    if (!timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(token))) return null;
    if (known.size >= mostKnown) known.clear();
    known.set(value, token);
    return token;
  };
  return {
    name,
    setting: (token) => `${name}=${token}.${signatureOf(token).toString('base64url')}; Max-Age=${sevenDays}; ${flags}`,
    clearing: `${name}=; Max-Age=0; ${flags}`,
    tokenOf: (header) => {
      const [value, ...others] = valuesOf(header ?? '', name);
      return value === undefined || others.length > 0 ? null : (known.get(value) ?? tokenIn(value));
    },
  };
}

const valuesOf = (header: string, name: string) =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
