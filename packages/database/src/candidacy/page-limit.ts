import { type RawBuilder, sql } from 'kysely';

const usual = new Map([
  [1, sql`limit 1`],
  [2, sql`limit 2`],
  [11, sql`limit 11`],
  [21, sql`limit 21`],
  [26, sql`limit 26`],
  [51, sql`limit 51`],
  [101, sql`limit 101`],
]);

/**
 * So many rows at most. The usual numbers stand in the text, where they are known when the plan is made: for one told later the planner
 * expects a tenth of the school, and joins accordingly.
 */
export const limitOf = (most: number): RawBuilder<unknown> => usual.get(most) ?? sql`limit ${most}`;
