import type { Budgets, Taken } from './budget.ts';

/** What a document costs that is refused before its cost is known: as much as an act. */
export const refusedCost = 10;

/**
 * Taken before a document is even parsed, and given back once it is found fit: whoever sends nothing but what is refused
 * spends a budget all the same, and is stopped before the work of refusing.
 */
export const takeDeposit = (budgets: Budgets, key: string): Taken => budgets.take(key, refusedCost);

export const giveDepositBack = (budgets: Budgets, key: string): void => budgets.giveBack(key, refusedCost);
