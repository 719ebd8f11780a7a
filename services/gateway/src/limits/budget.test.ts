import { describe, expect, test } from '@jest/globals';
import { createBudgets } from './budget.ts';

function aBudget() {
  let seconds = 0;
  const budgets = createBudgets({ capacity: 1000, restoreRate: 10, now: () => seconds * 1000 });
  return { budgets, later: (by: number) => void (seconds += by) };
}

describe('what was answered beyond what was judged', () => {
  test('is owed: nothing more is taken before it is regained, and the wait told is the one that holds', () => {
    const { budgets, later } = aBudget();
    budgets.take('a', 100);
    budgets.giveBack('a', -1500);
    expect(budgets.balance('a')).toEqual({ capacity: 1000, available: 0, secondsToFull: 160 });
    expect(budgets.take('a', 10)).toEqual({ isTaken: false, retryAfter: 61 });
    later(60);
    expect(budgets.take('a', 10)).toEqual({ isTaken: false, retryAfter: 1 });
    later(1);
    expect(budgets.take('a', 10)).toEqual({ isTaken: true });
    expect(budgets.take('b', 1000)).toEqual({ isTaken: true });
  });

  test('is owed up to one whole budget, so that nobody is shut out for longer than two take to fill', () => {
    const { budgets, later } = aBudget();
    budgets.giveBack('a', -1_000_000);
    expect(budgets.balance('a')).toEqual({ capacity: 1000, available: 0, secondsToFull: 200 });
    later(200);
    expect(budgets.balance('a')).toEqual({ capacity: 1000, available: 1000, secondsToFull: 0 });
  });

  test('is paid by what comes back of a document that cost less', () => {
    const { budgets } = aBudget();
    budgets.take('a', 900);
    budgets.giveBack('a', -150);
    budgets.giveBack('a', 80);
    expect(budgets.balance('a').available).toBe(30);
  });
});
