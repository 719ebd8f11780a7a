import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalFacts } from '../../errors/refusal-facts.ts';
import { preferred } from '../answer/media-type.ts';
import { failureWords, waysOn } from './failure-words.ts';
import { pageHeaders, pageLocale } from './page-headers.ts';
import { text } from './page-text.ts';
import { wholePage } from './whole-page.ts';

const kinds = ['application/json', 'text/html'] as const;

/** Whether a person looks at the answer: a browser that opens an address asks for HTML before all else, a program does not. */
export const isOpenedByPerson = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && preferred(headers.accept, kinds) === 'text/html';

/** Sends a failure as a page that says what to do; nothing of the address is repeated in it. */
export function sendFailurePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, facts: { traceId } }: { readonly status: number; readonly facts: RefusalFacts },
) {
  const nonce = randomBytes(16).toString('base64url');
  const locale = pageLocale(request);
  const { title, what, mend } = failureWords(status, locale);
  const ways = waysOn
    .filter(([url]) => request.server.hasRoute({ method: 'GET', url }))
    .map(([url, words]) => `<p><a href="${url}?lang=${locale}">${text(words[locale])}</a></p>`);
  const page = wholePage({
    locale,
    nonce,
    title: text(title),
    otherLanguage: `?lang=${locale === 'fr' ? 'en' : 'fr'}`,
    main: [
      `<p><strong>${text(what)}</strong></p>`,
      `<p>${text(mend)}${traceId === undefined ? '' : ` <code>${text(traceId)}</code>`}</p>`,
      // While nothing answers, no other page would.
      ...(status === 503 ? [] : ways),
    ].join('\n'),
  });
  return reply
    .code(status)
    .headers(pageHeaders({ locale, nonce, runs: false }))
    .header('vary', 'accept, accept-language')
    .send(page);
}
