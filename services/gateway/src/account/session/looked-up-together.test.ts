import { expect, test } from '@jest/globals';
import { lookedUpTogether } from './looked-up-together.ts';

/** A look-up whose answers come when they are let through. */
function held() {
  const asked: { readonly tokens: readonly string[]; answer(error?: Error): void }[] = [];
  const lookUp = lookedUpTogether<string>((tokens) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, string>>();
    const known = tokens.filter((token) => token !== 'nobody');
    asked.push({
      tokens,
      answer: (error) => (error ? reject(error) : resolve(new Map(known.map((token) => [token, `session of ${token}`])))),
    });
    return promise;
  });
  return { lookUp, asked };
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

test('those who ask in one moment share a look-up, and each is told of their own', async () => {
  const { lookUp, asked } = held();
  const told = Promise.all(['a', 'nobody', 'b', 'a'].map((token) => lookUp(token)));
  await turn();
  expect(asked.map(({ tokens }) => tokens)).toEqual([['a', 'nobody', 'b']]);
  asked[0]?.answer();
  expect(await told).toEqual(['session of a', null, 'session of b', 'session of a']);
});

test('D-07 nothing is kept: who asks again is looked up again, also while the former look-up is under way', async () => {
  const { lookUp, asked } = held();
  const former = lookUp('a');
  await turn();
  const later = lookUp('a');
  await turn();
  expect(asked.map(({ tokens }) => tokens)).toEqual([['a'], ['a']]);
  for (const { answer } of asked) answer();
  expect(await Promise.all([former, later])).toEqual(['session of a', 'session of a']);
});

test('two look-ups are under way at once; who comes meanwhile goes with the next, sixteen at most', async () => {
  const { lookUp, asked } = held();
  const told = [lookUp('a')];
  await turn();
  told.push(lookUp('b'));
  await turn();
  for (let each = 0; each < 20; each += 1) told.push(lookUp(`c${each}`));
  await turn();
  expect(asked.map(({ tokens }) => tokens.length)).toEqual([1, 1]);
  // The first hangs; the second is answered, and carries the others one after another.
  for (let each = 1; each < 4; each += 1) {
    asked[each]?.answer();
    await turn();
  }
  expect(asked.map(({ tokens }) => tokens.length)).toEqual([1, 1, 16, 4]);
  expect(await Promise.all(told.slice(1))).toHaveLength(21);
  asked[0]?.answer();
  expect(await told[0]).toBe('session of a');
});

test('a look-up that fails fails those it was for, and no other', async () => {
  const { lookUp, asked } = held();
  const failing = lookUp('a').catch((error: Error) => error.message);
  await turn();
  const other = lookUp('b');
  await turn();
  asked[0]?.answer(new Error('the connection was lost'));
  asked[1]?.answer();
  expect([await failing, await other]).toEqual(['the connection was lost', 'session of b']);
  const next = lookUp('a');
  await turn();
  asked[2]?.answer();
  expect(await next).toBe('session of a');
});
