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

const hour = 60 * 60;

/** How long the link of an account mail lives, in seconds, from when it was asked for. */
export const linkSeconds = { VERIFY: 24 * hour, RESET: hour, FINISH: hour, CONFIRM_ADDRESS: hour } as const;

/** Whether the link of a mail has run out, so many seconds after it was asked for; a mail without one outlives nothing. */
export const hasLinkRunOut = (kind: AccountMailKind, seconds: number): boolean =>
  Object.entries(linkSeconds).some(([linked, life]) => linked === kind && seconds >= life);

/**
 * Where a mail's button leads: always the configured origin, the token in the fragment, which no server and no referrer sees. Without one, to
 * where a link is asked for.
 */
export function accountLink(baseUrl: string, kind: Linked, token: string | null): string {
  const link = new URL(`/${pages[kind] ?? 'reset'}`, baseUrl);
  if (pages[kind] !== undefined && token !== null) link.hash = token;
  return link.href;
}
