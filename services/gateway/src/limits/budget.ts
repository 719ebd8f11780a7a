/** What is left of a budget at one moment. */
export interface Balance {
  /** The fullest it gets. */
  readonly capacity: number;
  /** Nothing while something is owed. */
  readonly available: number;
  /** Seconds until the budget is full again, what is owed included. */
  readonly secondsToFull: number;
}

/** Whether a document may be paid for; if not, in how many seconds. */
export type Taken = { readonly isTaken: true } | { readonly isTaken: false; readonly retryAfter: number };

/** Budgets by principal, in this process's memory: each gateway counts its own. */
export interface Budgets {
  take(key: string, cost: number): Taken;
  /** Corrects what was taken to what was spent; a negative amount takes more, and what is not there is owed. */
  giveBack(key: string, amount: number): void;
  balance(key: string): Balance;
}

interface Bucket {
  /** Below nothing while something is owed. */
  level: number;
  at: number;
}

/** How budgets fill. */
export interface BudgetRule {
  readonly capacity: number;
  /** Regained a second. */
  readonly restoreRate: number;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
}

const mostBuckets = 50_000;

/**
 * Leaky buckets that refill steadily; the least recently used one is forgotten first, and a forgotten one is full. What an answer held
 * beyond what was judged is owed, as much as the fullest budget at most: it is regained before anything more is taken.
 */
export const createBudgets = ({ capacity, restoreRate, now }: BudgetRule): Budgets => {
  const buckets = new Map<string, Bucket>();

  const refilled = (key: string): Bucket => {
    const bucket = buckets.get(key) ?? { level: capacity, at: now() };
    const at = now();
    bucket.level = Math.min(capacity, bucket.level + ((at - bucket.at) / 1000) * restoreRate);
    bucket.at = at;
    return bucket;
  };
  const keep = (key: string, bucket: Bucket): void => {
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest);
  };

  return {
    take: (key, cost) => {
      const bucket = refilled(key);
      keep(key, bucket);
      if (bucket.level < cost) return { isTaken: false, retryAfter: Math.ceil((cost - bucket.level) / restoreRate) };
      bucket.level -= cost;
      return { isTaken: true };
    },
    giveBack: (key, amount) => {
      const bucket = refilled(key);
      bucket.level = Math.max(-capacity, Math.min(capacity, bucket.level + amount));
      keep(key, bucket);
    },
    balance: (key) => {
      const { level } = refilled(key);
      return { capacity, available: Math.max(0, Math.floor(level)), secondsToFull: Math.ceil((capacity - level) / restoreRate) };
    },
  };
};
