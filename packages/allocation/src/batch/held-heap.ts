/**
 * The held candidates of every programme as one heap each, worst on top, all in two arrays: the rank is in the heap
 * beside the wish, so that a comparison touches no other memory.
 */
export interface HeldHeaps {
  readonly start: Uint32Array;
  /** Seats that may be used; a walk over capacities lowers one of them. */
  readonly capacity: Uint32Array;
  readonly size: Uint32Array;
  readonly ranks: Uint32Array;
  readonly wishes: Uint32Array;
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
    wishes: new Uint32Array(seats),
  };
}

/** Holds one more where a seat is free; the caller has seen that one is. */
export function hold(
  heaps: HeldHeaps,
  programme: number,
  { rank, wish }: { readonly rank: number; readonly wish: number },
): void {
  const { ranks, wishes } = heaps;
  const base = heaps.start[programme] as number;
  let child = heaps.size[programme] as number;
  heaps.size[programme] = child + 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = ranks[base + parent] as number;
    if (above >= rank) break;
    ranks[base + child] = above;
    wishes[base + child] = wishes[base + parent] as number;
    child = parent;
  }
  ranks[base + child] = rank;
  wishes[base + child] = wish;
}

/** Puts a better wish in the place of the worst held, among the `size` held from `base`. */
export function replaceWorst(heaps: HeldHeaps, base: number, [size, rank, wish]: readonly [number, number, number]): void {
  const { ranks, wishes } = heaps;
  let parent = 0;
  for (let child = 1; child < size; child = 2 * parent + 1) {
    if (child + 1 < size && (ranks[base + child + 1] as number) > (ranks[base + child] as number)) child += 1;
    const below = ranks[base + child] as number;
    if (below <= rank) break;
    ranks[base + parent] = below;
    wishes[base + parent] = wishes[base + child] as number;
    parent = child;
  }
  ranks[base + parent] = rank;
  wishes[base + parent] = wish;
}

/** The worst held leaves: its wish, and one seat less is used. */
export function dropWorst(heaps: HeldHeaps, programme: number): number {
  const base = heaps.start[programme] as number;
  const last = (heaps.size[programme] as number) - 1;
  const worst = heaps.wishes[base] as number;
  heaps.size[programme] = last;
  replaceWorst(heaps, base, [last, heaps.ranks[base + last] as number, heaps.wishes[base + last] as number]);
  return worst;
}
