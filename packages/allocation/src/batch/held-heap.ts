import { NOWHERE } from '../market/market.ts';

/**
 * The held candidates of every programme as one heap each, worst on top, all in two arrays: the rank is in the heap
 * beside the candidate, so that a comparison touches no other memory.
 */
export interface HeldHeaps {
  /** Seats of programme p are `start[p]` up to `start[p + 1]`. */
  readonly start: Uint32Array;
  readonly size: Uint32Array;
  readonly ranks: Uint32Array;
  readonly candidates: Uint32Array;
  /** Who ranks before this is held: NOWHERE while a seat is free, then the worst rank held, 0 where there is no seat. */
  readonly limit: Uint32Array;
}

/** Empty heaps of these capacities. */
export function heldHeaps(capacity: Uint32Array): HeldHeaps {
  const start = new Uint32Array(capacity.length + 1);
  for (const [programme, own] of capacity.entries()) start[programme + 1] = (start[programme] as number) + own;
  const seats = start[capacity.length] as number;
  return {
    start,
    size: new Uint32Array(capacity.length),
    ranks: new Uint32Array(seats),
    candidates: new Uint32Array(seats),
    limit: capacity.map((own) => (own > 0 ? NOWHERE : 0)),
  };
}

/** Who must leave when one more is held; NOWHERE while a seat is free. */
export const worstHeld = ({ start, candidates, limit }: HeldHeaps, programme: number): number =>
  limit[programme] === NOWHERE ? NOWHERE : (candidates[start[programme] as number] as number);

/** Makes a place for a rank before the limit, the worst held leaving where no seat is free; the caller puts the candidate there. */
export function takeSeat(heaps: HeldHeaps, programme: number, rank: number): number {
  const { start, size, ranks, limit } = heaps;
  const base = start[programme] as number;
  if (limit[programme] !== NOWHERE) {
    const place = sink(heaps, programme, rank);
    limit[programme] = ranks[base] as number;
    return place;
  }
  const place = rise(heaps, programme, rank);
  if (base + (size[programme] as number) === start[programme + 1]) limit[programme] = ranks[base] as number;
  return place;
}

/** The worst held leaves and the seat with it: from now on somebody new is held in another's stead only. */
export function loseSeat(heaps: HeldHeaps, programme: number): number {
  const { start, size, ranks, candidates, limit } = heaps;
  const base = start[programme] as number;
  const last = (size[programme] as number) - 1;
  const [worst, moved] = [candidates[base] as number, candidates[base + last] as number];
  size[programme] = last;
  candidates[sink(heaps, programme, ranks[base + last] as number)] = moved;
  limit[programme] = last > 0 ? (ranks[base] as number) : 0;
  return worst;
}

/** One more place at the end of the heap, risen above whoever is better. */
function rise({ start, size, ranks, candidates }: HeldHeaps, programme: number, rank: number): number {
  const base = start[programme] as number;
  let child = size[programme] as number;
  size[programme] = child + 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = ranks[base + parent] as number;
    if (above >= rank) break;
    ranks[base + child] = above;
    candidates[base + child] = candidates[base + parent] as number;
    child = parent;
  }
  ranks[base + child] = rank;
  return base + child;
}

/** The place of the worst held, sunk below whoever is worse. */
function sink({ start, size, ranks, candidates }: HeldHeaps, programme: number, rank: number): number {
  const base = start[programme] as number;
  const end = size[programme] as number;
  let parent = 0;
  for (let child = 1; child < end; child = 2 * parent + 1) {
    if (child + 1 < end && (ranks[base + child + 1] as number) > (ranks[base + child] as number)) child += 1;
    const below = ranks[base + child] as number;
    if (below <= rank) break;
    ranks[base + parent] = below;
    candidates[base + parent] = candidates[base + child] as number;
    parent = child;
  }
  ranks[base + parent] = rank;
  return base + parent;
}
