import type { FastifyRequest } from 'fastify';
import { type Locale, localeOf } from '../locale.ts';

/** The language a page is asked for in: by its switch, else by the browser. */
export const pageLocale = (request: FastifyRequest): Locale => {
  // An address that cannot be read has no query.
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return lang === 'fr' || lang === 'en' ? lang : localeOf(request.headers['accept-language']);
};

interface Sent {
  readonly locale: Locale;
  /** Of its style, and of its script where it runs one. */
  readonly nonce: string;
  readonly runs: boolean;
}

/** What a page is sent with: kept nowhere, framed by nobody, nothing from elsewhere. */
export const pageHeaders = ({ locale, nonce, runs }: Sent): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': policyOf(nonce, runs),
  'content-language': locale,
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  vary: 'accept-language',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

const policyOf = (nonce: string, runs: boolean) =>
  [
    "default-src 'none'",
    ...(runs ? [`script-src 'nonce-${nonce}'`] : []),
    `style-src 'nonce-${nonce}'`,
    ...(runs ? ["connect-src 'self'"] : []),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
