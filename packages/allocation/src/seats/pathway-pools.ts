import type { Id, Pool } from '../market/market.ts';
import type { SeatBlock } from './seat-blocks.ts';

/** Seats by pathway, in the order written, each read from its own ranking and then from its fallback's (R4). */
export function pathwayPools(pools: readonly Pool[], order: readonly Id[]): readonly SeatBlock[] {
  const own = new Map(pools.map((pool) => [pool.name, pool.ranking ?? order]));
  const fallbackOf = ({ fallback }: Pool): readonly Id[] => {
    if (fallback === undefined || fallback === null) return [];
    return fallback === 'programme' ? order : (own.get(fallback) as readonly Id[]);
  };
  return pools.map((pool) => {
    const ranking = pool.ranking ?? order;
    const ranked = new Set(ranking);
    const list = [...ranking, ...fallbackOf(pool).filter((id) => !ranked.has(id))];
    return { name: pool.name, seats: pool.seats, target: pool.target ?? pool.seats, list };
  });
}
