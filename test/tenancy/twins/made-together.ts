/** What one act made at one instant: among equals the order is of ids, which are random. */
interface Made {
  readonly node?: { readonly at?: unknown } | null;
}

/** A reply in which whatever P's own acts made together, later than `since`, stands in the order of its words; everything else as it came. */
export function inOrderOfWords(body: string, since: string, wordsOf: (text: string) => string): string {
  const instantOf = (item: unknown): string | null => {
    const at = (item as Made | null)?.node?.at;
    return typeof at === 'string' && at > since ? at : null;
  };
  const words = (item: unknown) => wordsOf(JSON.stringify(item));
  const byWords = (one: unknown, other: unknown) => (words(one) < words(other) ? -1 : 1);
  const ordered = (_: string, value: unknown) =>
    Array.isArray(value) ? runsOf(value, instantOf).flatMap((run) => run.toSorted(byWords)) : value;
  return body.includes('"at":') ? JSON.stringify(JSON.parse(body, ordered)) : body;
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
