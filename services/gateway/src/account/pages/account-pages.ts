import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageHeaders, pageLocale } from '../../http/page/page-headers.ts';
import { type PageName, pageHtml, pageNames } from './page-html.ts';

/** What mailed links open, and where a person signs in and keeps the account. Opening one changes nothing; its button posts. */
export function registerAccountPages(app: FastifyInstance): void {
  for (const page of pageNames) app.get(`/${page}`, (request, reply) => sendPage(page, request, reply));
  // The bare address is what people type; while developing it leads to the query page.
  if (!app.hasRoute({ method: 'GET', url: '/' })) app.get('/', (_request, reply) => reply.redirect('/sign-in'));
}

function sendPage(page: PageName, request: FastifyRequest, reply: FastifyReply) {
  const nonce = randomBytes(16).toString('base64url');
  const locale = pageLocale(request);
  return reply.headers(pageHeaders({ locale, nonce, runs: true })).send(pageHtml(page, locale, nonce));
}
