import type { Balance } from './budget.ts';

/** What is left of a budget, in the headers programs look at. */
export const rateHeaders = ({ capacity, available, secondsToFull }: Balance) => ({
  'x-ratelimit-limit': String(capacity),
  'x-ratelimit-remaining': String(available),
  'x-ratelimit-reset': String(secondsToFull),
});
