/** A source of numbers from 0 up to, never reaching, 1; the same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * Small fast counter generator (sfc32, 128 bits of state). Each item draws from a stream of its own, so item 17 is the same whether
 * twenty or twenty thousand are made.
 */
export function randomOf(seed: number, stream: number): Random {
  let [a, b, c, counter] = [mixed(seed), mixed(stream ^ 0x9e3779b9), mixed(Math.trunc(seed / 2 ** 32) ^ stream), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

/** A whole number from `least` to `most`, both reached. */
export const integerFrom = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));

/** One of a list, each as likely; the list is not empty. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** A chooser that takes each item as often as its weight says. */
export function weightedChooser<Item>(
  items: readonly Item[],
  weightOf: (item: Item, index: number) => number,
): (random: Random) => Item {
  let total = 0;
  const ends = items.map((item, index) => (total += weightOf(item, index)));
  return (random) => {
    const aim = random() * total;
    const item = items[firstAbove(ends, aim)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  };
}

/** A new order of a list, each order as likely (Fisher and Yates). */
export function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}

function firstAbove(ends: readonly number[], aim: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finishing steps of splitmix32: neighbouring seeds start far apart. */
function mixed(value: number): number {
  let bits = (value + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
}
