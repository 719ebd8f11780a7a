import { expect, test } from '@jest/globals';
import { exampleOperations } from './example-operations.ts';
import { knownValuesScript } from './known-values.ts';

/** What no query tells: words of a mail, a reference that the consortium never reads, a key's own candidacy. */
const typedIn = new Set(['invitationToken', 'reference']);

test('what stands in braces in an example is read by the page, unless nobody could read it', () => {
  const examples = exampleOperations('schema/operations').filter(({ audience }) => audience !== 'key');
  expect(examples.length).toBeGreaterThan(80);
  const names = examples.flatMap(({ variables }) => [...variables.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));
  const unread = new Set(names.filter((name) => !typedIn.has(name) && !new RegExp(`\\b${name}\\b`).test(knownValuesScript)));
  expect([...unread]).toEqual([]);
});
