import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../http/locale.ts';
import { type PageName, pageHtml, pageNames } from './page-html.ts';

/** What mailed links open, and where a person signs in and keeps the account. Opening one changes nothing; its button posts. */
export function registerAccountPages(app: FastifyInstance): void {
  for (const page of pageNames) app.get(`/${page}`, (request, reply) => sendPage(page, request, reply));
}

function sendPage(page: PageName, request: FastifyRequest, reply: FastifyReply) {
  const nonce = randomBytes(16).toString('base64url');
  const { lang } = request.query as { lang?: unknown };
  const locale = lang === 'fr' || lang === 'en' ? lang : localeOf(request.headers['accept-language']);
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': policyOf(nonce),
      'content-language': locale,
      'referrer-policy': 'no-referrer',
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    .type('text/html; charset=utf-8')
    .send(pageHtml(page, locale, nonce));
}

const policyOf = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
