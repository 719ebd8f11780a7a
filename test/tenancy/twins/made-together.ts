/** What one act made at one instant: among equals the order is of ids, which are random. */
interface Made {
  readonly node?: { readonly at?: unknown } | null;
}

/** A reply that can be compared, and whether something of it was left out for that. */
export interface Comparable {
  readonly body: string;
  readonly isCut: boolean;
}

/**
 * A reply in which whatever P's own acts made together, later than `since`, stands in the order of its words; everything else as it came.
 * Which of them still came onto a full page is of their ids too: the last ones of a page keep their instant alone.
 */
export function inOrderOfWords(
  body: string,
  since: string,
  { page, wordsOf }: { page: number; wordsOf: (text: string) => string },
): Comparable {
  if (!body.includes('"at":')) return { body, isCut: false };
  let isCut = false;
  const instantOf = (item: unknown): string | null => {
    const at = (item as Made | null)?.node?.at;
    return typeof at === 'string' && at > since ? at : null;
  };
  const words = (item: unknown) => wordsOf(JSON.stringify(item));
  const byWords = (one: unknown, other: unknown) => (words(one) < words(other) ? -1 : 1);
  const inOrder = (list: readonly unknown[]): unknown[] => {
    const runs = runsOf(list, instantOf).map((run) => run.toSorted(byWords));
    const last = runs.at(-1)?.map(instantOf) ?? [];
    if (list.length < page || last.some((at) => at === null)) return runs.flat();
    isCut = true;
    return [...runs.slice(0, -1).flat(), ...last];
  };
  const told = JSON.parse(body, (_: string, value: unknown) => (Array.isArray(value) ? inOrder(value) : value)) as unknown;
  return { body: JSON.stringify(told), isCut };
}

/** A list cut where the instant changes; what has none stands alone. */
function runsOf(list: readonly unknown[], instantOf: (item: unknown) => string | null): readonly (readonly unknown[])[] {
  const runs: unknown[][] = [];
  let before: string | null = null;
  for (const item of list) {
    const at = instantOf(item);
    if (at !== null && at === before) runs.at(-1)?.push(item);
    else runs.push([item]);
    before = at;
  }
  return runs;
}
