import { setImmediate as turn } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { queryPageScript } from './page-script.ts';

/** The page's script at work without a browser: `sent` is how often each route was asked, `answer` lets the sign-in's answer arrive. */
function openedPage() {
  const sent: string[] = [];
  const pending = Promise.withResolvers<object>();
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const part = (id: string) => {
    const made = { textContent: '', hidden: false, append() {}, replaceChildren() {}, reset() {}, focus() {}, value: '' };
    const addEventListener = (kind: string, listener: () => void) => listeners.set(`${id} ${kind}`, listener);
    return { ...made, addEventListener, querySelector: () => made, setAttribute() {} };
  };
  const parts = new Map<string, ReturnType<typeof part>>();
  const at = (id: string) => {
    const found = parts.get(id) ?? part(id);
    parts.set(id, found);
    return found;
  };
  at('acting').querySelector = () => ({ ...part('hats'), value: '' });
  const fetch = async (route: string) => {
    sent.push(route);
    const body = route === '/auth/sign-in/email' ? await pending.promise : { data: {} };
    return { ok: false, json: async () => (route.endsWith('.json') ? [] : body) };
  };
  const context = createContext({
    document: { getElementById: at, querySelectorAll: () => [], createElement: () => part('made') },
    ReactDOM: { createRoot: () => ({ render() {} }) },
    React: { createElement: () => ({}) },
    GraphiQL: { createFetcher: () => async () => ({}) },
    FormData: class {
      *[Symbol.iterator]() {}
    },
    matchMedia: () => ({ matches: false }),
    crypto,
    fetch,
  });
  runInContext(queryPageScript, context);
  const settle = async () => {
    for (let turns = 0; turns < 10; turns++) await turn();
  };
  const press = async (form: string) => {
    listeners.get(`${form} submit`)?.({ preventDefault() {} });
    await settle();
  };
  const answer = async (body: object) => {
    pending.resolve(body);
    await settle();
  };
  return {
    press,
    settle,
    answer,
    told: () => at('who').textContent,
    signIns: () => sent.filter((each) => each.includes('sign-in')).length,
  };
}

test('a double click on the button posts once, and once more when the first was refused', async () => {
  const page = openedPage();
  await page.settle();
  await page.press('sign-in');
  await page.press('sign-in');
  expect([page.signIns(), page.told()]).toEqual([1, 'One moment…']);
  await page.answer({ message: 'Try again.' });
  expect(page.told()).toBe('Try again.');
  await page.press('sign-in');
  expect(page.signIns()).toBe(2);
});
