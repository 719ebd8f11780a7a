import type { Binding } from '@guichet/database/session/work';
import { expect, test } from '@jest/globals';
import { Context } from './request-context.ts';
import { nobody } from './who-asks.ts';

const keyOf = (address: string, accountId: string | null = null) => {
  const door = { locale: 'fr', address, budgets: () => null } as never;
  return new Context({} as Binding, { ...nobody, accountId }, door).budgetKey;
};

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', 'the same'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', 'another'],
  ['192.0.2.7', '::ffff:192.0.2.7', 'the same'],
  ['192.0.2.7', '192.0.2.8', 'another'],
])('%s and %s spend %s budget while nobody is signed in', (one, two, which) => {
  expect(keyOf(one) === keyOf(two) ? 'the same' : 'another').toBe(which);
});

test('whoever is signed in spends a budget of their own, from wherever', () => {
  expect(keyOf('192.0.2.7', 'account')).toBe('account');
});
