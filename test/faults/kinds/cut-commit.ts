import type { Fate } from '../wire/database-proxy.ts';
import type { Fault } from './kinds.ts';

const cuts: readonly Fate[] = ['CUT_BEFORE', 'CUT_AFTER', 'CUT_UNANSWERED'];

/** The connection to the database is cut as a submission commits: before COMMIT was sent, after it was done, and where nobody knows. */
export const cutCommit: Fault = async ({ site: { database } }, times) => {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  let seen = 0;
  let made = 0;
  database.watch({
    fate: () => {
      seen += 1;
      if (seen % 2 === 0 || made === times) return 'PASS';
      made += 1;
      if (made === times) resolve();
      return cuts[made % cuts.length] ?? 'PASS';
    },
  });
  await done;
  database.watch(null);
  return {};
};

/** Answers are lost between gateway and client, after the commit. */
export const loseAnswer: Fault = async ({ site: { door } }, times) => {
  await door.lose(times);
  return {};
};
