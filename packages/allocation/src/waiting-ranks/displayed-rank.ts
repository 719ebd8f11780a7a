/**
 * Displayed waiting ranks of one list from yesterday's (R9); `waiting` is in call order. A counter grows by one at each
 * candidate; nobody shows worse than yesterday; one without a rank yesterday shows at best that of the next known one behind.
 */
export function displayedRanks<Key>(waiting: readonly Key[], yesterday: ReadonlyMap<Key, number>): ReadonlyMap<Key, number> {
  const known = knownBehind(waiting, yesterday);
  const shown = new Map<Key, number>();
  let counter = 0;
  for (const [index, candidate] of waiting.entries()) {
    counter = Math.min(counter + 1, known[index] as number);
    shown.set(candidate, counter);
  }
  return shown;
}

/** For each place, yesterday's rank of the one there, or of the next known one behind. */
function knownBehind<Key>(waiting: readonly Key[], yesterday: ReadonlyMap<Key, number>): readonly number[] {
  const known: number[] = Array.from({ length: waiting.length });
  let behind = Number.POSITIVE_INFINITY;
  for (let index = waiting.length - 1; index >= 0; index -= 1) {
    behind = yesterday.get(waiting[index] as Key) ?? behind;
    known[index] = behind;
  }
  return known;
}
