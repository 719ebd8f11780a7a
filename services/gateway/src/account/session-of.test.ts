import { describe, expect, test } from '@jest/globals';
import { sessionCookie } from './session-cookie.ts';
import { isSessionAlive, type Session } from './session-of.ts';

const began = Temporal.Instant.from('2027-03-01T08:00:00Z');
const session = (lastUsedAt: Temporal.Instant): Session => ({
  accountId: 'a',
  sessionId: 's',
  email: 'marie@example.fr',
  isVerified: true,
  locale: 'fr',
  createdAt: began,
  lastUsedAt,
  absoluteEnd: began.add({ hours: 168 }),
  readAt: lastUsedAt,
});

describe('D-10 a stolen cookie dies with its session', () => {
  test.each([
    ['staff idle for 29 min 59 s', true, { hours: 1 }, { minutes: 29, seconds: 59 }, true],
    ['staff idle for 30 min', true, { hours: 1 }, { minutes: 30 }, false],
    ['a candidate idle for 11 h 59 min', false, { hours: 1 }, { hours: 11, minutes: 59 }, true],
    ['a candidate idle for 12 h', false, { hours: 1 }, { hours: 12 }, false],
    ['staff busy for 23 h 59 min', true, { hours: 23, minutes: 58 }, { minutes: 1 }, true],
    ['staff busy for 24 h', true, { hours: 23, minutes: 59 }, { minutes: 1 }, false],
    ['a candidate busy for 6 days 23 h', false, { hours: 166 }, { hours: 1 }, true],
    ['a candidate busy for 7 days', false, { hours: 167 }, { hours: 1 }, false],
  ] as const)('%s', (_, isStaff, used, idle, isAlive) => {
    const lastUsedAt = began.add(used);
    expect(isSessionAlive(session(lastUsedAt), { isStaff, asOf: lastUsedAt.add(idle) })).toBe(isAlive);
  });
});

describe('the session cookie', () => {
  const cookie = sessionCookie({ secret: 'Zb7Jt0mQe5xWc2Rk9uVf4aHs6nLp1yGd', isSecure: true });
  const token = 'k7Qm4Zb7Jt0mQe5xWc2Rk9uVf4aHs6nL';
  const pair = cookie.setting(token).split(';')[0] ?? '';

  test('D-08 is bound to the host, unreadable for scripts, sent by https alone', () => {
    expect(pair.startsWith('__Host-guichet=')).toBe(true);
    expect(cookie.setting(token)).toMatch(/; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookie.setting(token)).not.toContain('Domain');
  });

  test('speaks for its token', () => {
    expect(cookie.tokenOf(`theme=dark; ${pair}; a=b`)).toBe(token);
  });

  test.each([
    ['no cookie', undefined],
    ['another name', pair.replace('__Host-guichet', 'guichet')],
    ['the name in another case', pair.replace('__Host-guichet', '__host-Guichet')],
    ['a changed token', pair.replace('=k', '=j')],
    ['a changed signature', pair.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))],
    ['a truncated one', pair.slice(0, -5)],
    ['no signature', `__Host-guichet=${token}`],
    ['a swapped signature', `__Host-guichet=${token.toLowerCase()}.${pair.split('.')[1]}`],
    ['ten kilobytes', `__Host-guichet=${'k'.repeat(10_240)}`],
    ['two of the same name', `${pair}; __Host-guichet=tossed`],
    ['the same twice', `${pair}; ${pair}`],
    ['signs outside ASCII', '__Host-guichet=é.é'],
  ])('D-09 %s is anonymous', (_, header) => {
    expect(cookie.tokenOf(header)).toBeNull();
  });
});
