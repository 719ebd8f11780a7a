import { notFound } from '../errors/refused.ts';

/** Loaded rows in the order of the keys asked for; a missing one refuses that key alone, never its neighbours. */
export function byKey<R extends { readonly id: string }>(keys: readonly string[], rows: readonly R[]): (R | Error)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return keys.map((key) => found.get(key) ?? notFound());
}
