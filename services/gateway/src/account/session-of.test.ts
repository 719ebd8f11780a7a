import { describe, expect, test } from '@jest/globals';
import { sessionCookie } from './session-cookie.ts';
import { isSessionAlive, type Session } from './session-of.ts';

const began = Temporal.Instant.from('2027-03-01T08:00:00Z');
const session = (lastUsedAt: Temporal.Instant): Pick<Session, 'times'> => ({
  times: {
    createdAt: began.epochMilliseconds,
    lastUsedAt: lastUsedAt.epochMilliseconds,
    absoluteEnd: began.add({ hours: 168 }).epochMilliseconds,
    readAt: lastUsedAt.epochMilliseconds,
  },
});

describe('a stolen cookie dies with its session', () => {
  test.each([
    { who: 'staff idle for 29 min 59 s', isStaff: true, used: { hours: 1 }, idle: { minutes: 29, seconds: 59 }, isAlive: true },
    { who: 'staff idle for 30 min', isStaff: true, used: { hours: 1 }, idle: { minutes: 30 }, isAlive: false },
    {
      who: 'a candidate idle for 11 h 59 min',
      isStaff: false,
      used: { hours: 1 },
      idle: { hours: 11, minutes: 59 },
      isAlive: true,
    },
    { who: 'a candidate idle for 12 h', isStaff: false, used: { hours: 1 }, idle: { hours: 12 }, isAlive: false },
    { who: 'staff busy for 23 h 59 min', isStaff: true, used: { hours: 23, minutes: 58 }, idle: { minutes: 1 }, isAlive: true },
    { who: 'staff busy for 24 h', isStaff: true, used: { hours: 23, minutes: 59 }, idle: { minutes: 1 }, isAlive: false },
    { who: 'a candidate busy for 6 days 23 h', isStaff: false, used: { hours: 166 }, idle: { hours: 1 }, isAlive: true },
    { who: 'a candidate busy for 7 days', isStaff: false, used: { hours: 167 }, idle: { hours: 1 }, isAlive: false },
  ])('D-10 $who: alive is $isAlive', ({ isStaff, used, idle, isAlive }) => {
    const lastUsedAt = began.add(used);
    expect(isSessionAlive(session(lastUsedAt), { isStaff, asOf: lastUsedAt.add(idle).epochMilliseconds })).toBe(isAlive);
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
