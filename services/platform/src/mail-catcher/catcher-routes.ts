import type { HttpApp } from '@guichet/gateway/account/http-app';
import { caughtMailsPage } from './caught-mails-page.ts';
import type { MailCatcher } from './mail-catcher.ts';

/** GET /dev/mails: as JSON for who asks for it, else as a page. Never registered in production. */
export function registerCatcherRoutes(app: HttpApp, catcher: MailCatcher): void {
  app.get('/dev/mails', (request, reply) => {
    const newestFirst = [...catcher.messages()].toReversed();
    void reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (wantsJson(request.headers.accept)) return reply.type('application/json; charset=utf-8').send(newestFirst);
    const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(caughtMailsPage(newestFirst));
  });
}

const wantsJson = (accept = '') => accept.includes('application/json') && !accept.includes('text/html');
