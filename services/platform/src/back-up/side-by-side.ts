/** Does the same with each of many things, so many at a time; ends with the first that fails, after those in hand. */
export async function sideBySide<Item>(items: Iterable<Item>, width: number, act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const one = async () => {
    for (let next = waiting.next(); !next.done && failures.length === 0; next = waiting.next())
      await act(next.value).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: width }, one));
  if (failures.length > 0) throw failures[0];
}
