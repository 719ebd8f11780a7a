/**
 * The held candidates of every programme as one heap each, worst on top, all in two arrays: the rank is in the heap
 * beside the candidate, so that a comparison touches no other memory.
 */
export interface HeldHeaps {
  readonly start: Uint32Array;
  /** Seats that may be used; a walk over capacities lowers one of them. */
  readonly capacity: Uint32Array;
  readonly size: Uint32Array;
  readonly ranks: Uint32Array;
  readonly candidates: Uint32Array;
}

/** Empty heaps of these capacities. */
export function heldHeaps(capacity: Uint32Array): HeldHeaps {
  const start = new Uint32Array(capacity.length + 1);
  for (let programme = 0; programme < capacity.length; programme += 1)
    start[programme + 1] = (start[programme] as number) + (capacity[programme] as number);
  const seats = start[capacity.length] as number;
  return {
    start,
    capacity,
    size: new Uint32Array(capacity.length),
    ranks: new Uint32Array(seats),
    candidates: new Uint32Array(seats),
  };
}

/** Holds one more where a seat is free; the caller has seen that one is. */
export function hold(heaps: HeldHeaps, programme: number, { rank, candidate }: Ranked): void {
  const { ranks, candidates } = heaps;
  const base = heaps.start[programme] as number;
  let child = heaps.size[programme] as number;
  heaps.size[programme] = child + 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = ranks[base + parent] as number;
    if (above >= rank) break;
    ranks[base + child] = above;
    candidates[base + child] = candidates[base + parent] as number;
    child = parent;
  }
  ranks[base + child] = rank;
  candidates[base + child] = candidate;
}

/** Somebody who may be held, with the rank there. */
export interface Ranked {
  readonly rank: number;
  readonly candidate: number;
}

/** Puts a better candidate in the place of the worst held. */
export function replaceWorst(heaps: HeldHeaps, programme: number, { rank, candidate }: Ranked): void {
  const { ranks, candidates } = heaps;
  const base = heaps.start[programme] as number;
  const size = heaps.size[programme] as number;
  let parent = 0;
  for (let child = 1; child < size; child = 2 * parent + 1) {
    if (child + 1 < size && (ranks[base + child + 1] as number) > (ranks[base + child] as number)) child += 1;
    const below = ranks[base + child] as number;
    if (below <= rank) break;
    ranks[base + parent] = below;
    candidates[base + parent] = candidates[base + child] as number;
    parent = child;
  }
  ranks[base + parent] = rank;
  candidates[base + parent] = candidate;
}

/** The worst held leaves: its candidate, and one seat less is used. */
export function dropWorst(heaps: HeldHeaps, programme: number): number {
  const base = heaps.start[programme] as number;
  const last = (heaps.size[programme] as number) - 1;
  const worst = heaps.candidates[base] as number;
  heaps.size[programme] = last;
  replaceWorst(heaps, programme, {
    rank: heaps.ranks[base + last] as number,
    candidate: heaps.candidates[base + last] as number,
  });
  return worst;
}
