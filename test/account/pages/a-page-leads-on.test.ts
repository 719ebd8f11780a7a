import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AccountDesk, openDesk } from '../account-desk.ts';
import { openedPage, typedAddress } from './opened-page.ts';

let desk: AccountDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.stop());

const page = async (name: string) => (await desk.get(`/${name}?lang=en`)).text;
const refused = { code: 'LINK_REFUSED', message: 'Ask for a new one.' };

test.each([
  ['verify', '/auth/verify-email', '/auth/send-verification-email'],
  ['reset', '/auth/reset-password', '/auth/request-password-reset'],
  ['address', '/auth/confirm-address', '/auth/change-address'],
])('a link of /%s that ran out leads to where a new one is asked for, on the same page', async (name, route, anew) => {
  const opened = openedPage(await page(name), '#a-token', (asked) => (asked === route ? refused : { status: true }));
  expect(opened.shown()).toEqual([route]);
  await opened.press(route);
  expect(opened.told()).toBe('Ask for a new one.');
  expect(opened.shown()).toEqual([anew]);
  await opened.press(anew);
  expect(opened.told()).toMatch(/a link was just sent/);
});

test('a person without an account opens one on a page that signing in leads to, and is told to look at their mail', async () => {
  expect(await page('sign-in')).toContain('href="/sign-up?lang=en"');
  const opened = openedPage(await page('sign-up'), '', () => ({ status: true }));
  expect(opened.shown()).toEqual(['/auth/sign-up/email']);
  await opened.press('/auth/sign-up/email');
  expect([opened.told(), opened.shown()]).toEqual([expect.stringContaining(`A message was just sent to ${typedAddress}.`), []]);
});

test('/verify without its link asks for one, and the account that waits is mailed it', async () => {
  expect(openedPage(await page('verify'), '', () => ({})).shown()).toEqual(['/auth/send-verification-email']);
  await desk.post('/auth/sign-up/email', { email: 'waits@example.fr', password: 'quite unusual words' });
  expect((await desk.post('/auth/send-verification-email', { email: 'waits@example.fr' })).status).toBe(200);
  expect(await desk.mailsTo('waits@example.fr')).toHaveLength(2);
});

test('a code given too late leads back to the password, on the page of signing in and on that of an invitation', async () => {
  const tooLate = (route: string) =>
    route === '/auth/sign-in/email' ? { secondFactor: 'CODE' } : { code: 'UNAUTHENTICATED', message: 'Sign in first.' };
  const signIn = openedPage(await page('sign-in'), '', tooLate);
  await signIn.press('/auth/sign-in/email');
  expect(signIn.shown()).toEqual(['/auth/sign-in/code']);
  await signIn.press('/auth/sign-in/code');
  expect([signIn.shown(), signIn.told()]).toEqual([['/auth/sign-in/email'], 'Sign in first.']);
  const join = openedPage(await page('join'), '#a-token', tooLate);
  await join.press('/auth/join');
  await join.press('/auth/sign-in/email');
  expect(join.shown()).toEqual(['/auth/join', '/auth/sign-in/code']);
  await join.press('/auth/sign-in/code');
  expect(join.shown()).toEqual(['/auth/join', '/auth/sign-in/email', '/auth/sign-up/email']);
});

test.each([
  ['verify', '/auth/verify-email'],
  ['reset', '/auth/reset-password'],
  ['address', '/auth/confirm-address'],
])('a link of /%s that was used leads on to where a person signs in', async (name, route) => {
  const opened = openedPage(await page(name), '#a-token', () => ({ status: true }));
  expect(opened.leadsOn()).toBe(false);
  await opened.press(route);
  expect(opened.leadsOn()).toBe(true);
});

test('a second link followed in the same tab loads the page anew, so that its own token is sent', async () => {
  expect(openedPage(await page('reset'), '#the-first', () => ({})).follow()).toBe(1);
});

test('a refusal is told in the title too, and no longer once the act was done', async () => {
  let isRefused = true;
  const opened = openedPage(await page('verify'), '#a-token', () => (isRefused ? { code: 'THROTTLED', message: 'Wait.' } : {}));
  await opened.press('/auth/verify-email');
  expect(opened.title()).toBe('Error: Confirm your address – Guichet');
  isRefused = false;
  await opened.press('/auth/verify-email');
  expect(opened.title()).toBe('Confirm your address – Guichet');
});

test('who is signed in with another address than the invited one may sign in anew on the page of the invitation', async () => {
  const opened = openedPage(await page('join'), '#a-token', () => ({
    code: 'INVITATION_REFUSED',
    message: 'For another address.',
  }));
  await opened.press('/auth/join');
  expect([opened.told(), opened.shown()]).toEqual([
    'For another address.',
    ['/auth/join', '/auth/sign-in/email', '/auth/sign-up/email'],
  ]);
});

test('the page of signing in knows who is signed in already, and signs them out', async () => {
  let isIn = true;
  const opened = openedPage(await page('sign-in'), '', (route) => {
    if (route === '/auth/sign-out') isIn = false;
    if (route !== '/auth/account') return { status: true };
    return isIn ? { email: 'reader@example.fr' } : { code: 'UNAUTHENTICATED', message: 'Sign in first.' };
  });
  await opened.press('/auth/sign-out');
  expect([opened.told(), opened.shown()]).toEqual(['You are signed out.', ['/auth/sign-in/email']]);
  isIn = true;
  await opened.press('/auth/sign-in/email');
  expect(opened.shown()).toEqual(['/auth/sign-out']);
});

test.each([
  { name: 'sign-in', hash: '', field: 'known-password', route: '/auth/sign-in/email' },
  { name: 'sign-up', hash: '', field: 'fresh-password', route: '/auth/sign-up/email' },
  { name: 'reset', hash: '#a-token', field: 'new', route: '/auth/reset-password' },
  { name: 'second-factor', hash: '', field: 'offer-password', route: '/auth/second-factor/offer' },
  { name: 'address', hash: '', field: 'address-password', route: '/auth/change-address' },
])('a password typed on /$name can be looked at, and is hidden again before it is sent', async ({ name, hash, field, route }) => {
  const readable: boolean[] = [];
  const opened = openedPage(await page(name), hash, () => {
    readable.push(opened.isReadable(field));
    return { code: 'UNAVAILABLE', message: 'Later.' };
  });
  expect(opened.isReadable(field)).toBe(false);
  expect(opened.reveal(field)).toBe('Hide the password');
  expect(opened.isReadable(field)).toBe(true);
  expect(opened.reveal(field)).toBe('Show the password');
  opened.reveal(field);
  await opened.press(route);
  expect(readable).not.toContain(true);
  expect(opened.isReadable(field)).toBe(false);
});

test('an address that is none is told apart from a value that is missing', async () => {
  const { json } = await desk.post('/auth/sign-up/email', { email: 'a@b', password: 'quite unusual words' });
  expect(json.message).toMatch(/adresse complète|whole address/);
});

test('the bare address leads to where a person signs in', async () => {
  const { status, headers } = await desk.get('/');
  expect([status, headers['location']]).toEqual([302, '/sign-in']);
});

test('what happened on our side is told with the id to quote, not as a line that is down', async () => {
  const errors = [{ message: 'An error was masked', extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: 'a1b2' } }];
  const opened = openedPage(await page('sign-up'), '', () => ({ code: 'INTERNAL_SERVER_ERROR', errors }));
  await opened.press('/auth/sign-up/email');
  expect(opened.told()).toBe('Something went wrong on our side. Try again; if it happens once more, report this id: a1b2');
});
