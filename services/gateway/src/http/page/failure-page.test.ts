import { expect, test } from '@jest/globals';
import { sendFailure } from '../failed-request.ts';
import { httpFrame } from '../http-frame.ts';

/** What Chromium and Firefox send when somebody opens an address. */
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

const readiness = { isDraining: false, isReady: async () => true };
const app = httpFrame({ trustedProxies: [], readiness, unmasked: () => {}, patience: 14_000 });
app.get('/sign-in', async () => '');
app.get('/graphql', (request, reply) => sendFailure(request, reply, { status: 405, code: 'GRAPHQL_PARSE_FAILED' }));
app.get('/away', async () => {
  throw new Error('timeout exceeded when trying to connect');
});
app.get('/broken', async () => {
  throw new Error('the cause stays here');
});

const asked = async (url: string, headers: Readonly<Record<string, string>>) => {
  const { statusCode, headers: told, body } = await app.inject({ url, headers });
  return { status: statusCode, type: told['content-type'], policy: told['content-security-policy'], html: body };
};
const opened = (url: string, language = 'fr-FR') => asked(url, { accept: browser, 'accept-language': language });

test.each([
  ['/sign-inn', 404, { fr: 'Page introuvable', en: 'Page not found' }],
  ['/graphql', 405, { fr: 'Adresse réservée aux programmes', en: 'An address for programs' }],
  ['/broken', 500, { fr: 'Un incident s’est produit', en: 'Something went wrong' }],
  ['/away', 503, { fr: 'Service momentanément indisponible', en: 'Unavailable for the moment' }],
  ['/%zz', 400, { fr: 'Page introuvable', en: 'Page not found' }],
])('a person who opens %s reads in their language what is the matter, and what to do', async (path, status, titles) => {
  for (const lang of ['fr', 'en'] as const) {
    const { html, type, policy, ...answer } = await opened(path, `${lang}-FR`);
    expect([answer.status, type]).toEqual([status, 'text/html; charset=utf-8']);
    expect([/<html lang="(..)"/.exec(html)?.[1], /<h1>([^<]*)/.exec(html)?.[1]]).toEqual([lang, titles[lang]]);
    expect(html).not.toContain('the cause stays here');
    expect(html.includes(`href="/sign-in?lang=${lang}"`)).toBe(status !== 503);
    expect(html.includes('<code>')).toBe(status === 500);
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-/);
  }
});

test('the page has a switch of language, and repeats nothing of the address', async () => {
  const { html } = await opened('/<b>hello</b>?lang=en&x=<script>');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('href="?lang=fr"');
  expect(html).not.toMatch(/hello|script>/);
});

test('a program is answered in JSON, whatever it asked for', async () => {
  for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.9', 'text/html;q=0, */*', '']) {
    for (const [path, status] of Object.entries({ '/nowhere': 404, '/graphql': 405 })) {
      const answer = await asked(path, { accept });
      expect([accept, answer.status, answer.type]).toEqual([accept, status, 'application/json; charset=utf-8']);
    }
  }
  const posted = await app.inject({ method: 'POST', url: '/nowhere', headers: { accept: browser } });
  expect(posted.headers['content-type']).toContain('json');
});
