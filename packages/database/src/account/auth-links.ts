import type { AccountMailKind } from './auth-mail.ts';

/** What leads somebody by a link of one use; an invitation is mailed from the outbox, beside the acts it stands with. */
type Linked = AccountMailKind | 'INVITATION';

const pages: Partial<Record<Linked, string>> = {
  VERIFY: 'verify',
  RESET: 'reset',
  FINISH: 'reset',
  INVITATION: 'join',
  CONFIRM_ADDRESS: 'address',
};

/** Where a mail's button leads: always the configured origin, the token in the fragment, which no server and no referrer sees. */
export function accountLink(baseUrl: string, kind: Linked, token: string | null): string {
  const page = pages[kind];
  if (page === undefined || token === null) return new URL('/reset', baseUrl).href;
  const link = new URL(`/${page}`, baseUrl);
  link.hash = token;
  return link.href;
}
