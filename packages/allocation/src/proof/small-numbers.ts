import type { Cutoff } from '../explanation/cutoffs.ts';
import type { Id } from '../market/market.ts';

/** A figure that rests on too few people to be published. */
export const NOT_COMMUNICATED = 'n.c.';
export type Published<Figure> = Figure | typeof NOT_COMMUNICATED;

/** A cutoff as the public reads it. */
export interface PublishedCutoff {
  readonly programme: Id;
  readonly filled: Published<number>;
  readonly lastAdmittedRank: Published<number | null>;
  readonly blocks: readonly {
    readonly name: string;
    readonly seats: number;
    readonly filled: Published<number>;
    readonly lastRank: Published<number | null>;
  }[];
}

/**
 * Cutoffs for the public: a figure resting on fewer than `threshold` admitted is not communicated, and neither are the totals
 * of its programme, from which it could be computed. The candidate concerned sees the exact one.
 */
export function publishedCutoffs(cutoffs: readonly Cutoff[], threshold = 3): readonly PublishedCutoff[] {
  return cutoffs.map(({ programme, filled, lastAdmittedRank, blocks }) => {
    const lines = blocks.map((block) =>
      block.filled < threshold ? ({ ...block, filled: NOT_COMMUNICATED, lastRank: NOT_COMMUNICATED } as const) : block,
    );
    const whole = blocks.every((block) => block.filled >= threshold);
    return {
      programme,
      filled: whole ? filled : NOT_COMMUNICATED,
      lastAdmittedRank: whole ? lastAdmittedRank : NOT_COMMUNICATED,
      blocks: lines,
    };
  });
}
