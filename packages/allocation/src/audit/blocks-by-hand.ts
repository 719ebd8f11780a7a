import type { Groups, Id, Pool, ProgrammeInput, Reserve } from '../market/market.ts';
import { orderByRule } from './check-call-order.ts';

/** One block of seats as the checker reads it: seats, target of a round, and the list from best to last. */
export interface BlockRead {
  readonly name: string;
  readonly seats: number;
  readonly target: number;
  readonly list: readonly Id[];
}

/** What the checker reads of one programme. */
export interface ProgrammeRead {
  readonly order: readonly Id[];
  readonly blocks: readonly BlockRead[];
}

/** Re-reads one programme: its call order by the rule, then every seat, before the open ones, open, after them (R2..R4). */
export function readBlocks(programme: ProgrammeInput, groups: Groups): ProgrammeRead {
  const order = orderByRule(programme.ranking, programme.minRates ?? [], groups);
  const pools = programme.pools ?? [];
  if (pools.length > 0) return { order, blocks: pools.map((pool) => poolRead(pool, pools, order)) };
  const seats = programme.capacity ?? programme.target ?? 0;
  const reserves = programme.reserved ?? [];
  const before: BlockRead[] = [];
  const after: BlockRead[] = [];
  const times = new Map<Id, number>();
  let kept = 0;
  let called = 0;
  for (const reserve of reserves) {
    const time = (times.get(reserve.group) ?? 0) + 1;
    times.set(reserve.group, time);
    const block = reserveRead(reserve, order, { time, members: new Set(groups[reserve.group]) });
    (reserve.order === 'after-open' ? after : before).push(block);
    kept += block.seats;
    called += block.target;
  }
  const open: BlockRead = {
    name: 'open',
    seats: seats - kept,
    target: Math.max(0, (programme.target ?? seats) - called),
    list: order,
  };
  return { order, blocks: [...before, open, ...after] };
}

function reserveRead(
  reserve: Reserve,
  order: readonly Id[],
  { time, members }: { readonly time: number; readonly members: ReadonlySet<Id> },
): BlockRead {
  const first: Id[] = [];
  const second: Id[] = [];
  for (const id of order) (members.has(id) ? first : second).push(id);
  const name = time === 1 ? `reserved:${reserve.group}` : `reserved:${reserve.group}:${time}`;
  const list = (reserve.unfilled ?? 'open') === 'open' ? first.concat(second) : first;
  return { name, seats: reserve.seats, target: reserve.target ?? reserve.seats, list };
}

function poolRead(pool: Pool, pools: readonly Pool[], order: readonly Id[]): BlockRead {
  const own = pool.ranking ?? order;
  const other = pools.find(({ name }) => name === pool.fallback);
  const fallback = pool.fallback === 'programme' ? order : other ? (other.ranking ?? order) : [];
  return { name: pool.name, seats: pool.seats, target: pool.target ?? pool.seats, list: [...new Set([...own, ...fallback])] };
}
