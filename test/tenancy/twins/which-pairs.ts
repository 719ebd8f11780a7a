import { allChanges } from './changes/all-changes.ts';
import type { Change } from './changes/change.ts';
import type { Pair } from './run-pair.ts';

/** What the short form tries: each kind of secret once at least, for whoever stands nearest to it. */
const nearest: readonly (readonly [change: string, ...names: readonly string[]])[] = [
  ['B at work', 'OA', 'AA', 'VA', 'RA1', 'KA', 'C2'],
  ['a day’s work at B', 'C1'],
  ['the order of preference', 'OA', 'KB', 'OP'],
  ['the other candidacy', 'AA'],
  ['a second reader', 'RA1'],
  ['break-glass at B', 'OB'],
  ['another candidate’s draft', 'OP'],
  ['words of another candidate’s draft', 'C2'],
  ['somebody else’s own view', 'VA'],
  ['a choice of A alone or of A and B', 'OA', 'KA'],
  ['filed anew without B, or not at all', 'AA'],
  ['filed anew in another order', 'OB'],
  ['another school behind the number that is told, and another order', 'OA'],
];

export const shortPairs = (seed: string, steps: number): readonly Pair[] =>
  nearest.flatMap(([name, ...people]) =>
    people.map((person) => ({ change: changeOf(name), name: person, seed: `${seed} ${name} ${person}`, steps })),
  );

/** Every change for everybody it is hidden from; then again with other acts, until there are enough. */
export function longPairs(seed: string, wanted: { readonly pairs: number; readonly steps: number }): readonly Pair[] {
  const each = allChanges.flatMap((change) => change.hiddenFrom.map((name) => ({ change, name })));
  return Array.from({ length: Math.max(wanted.pairs, each.length) }, (_, at) => {
    const { change, name } = each[at % each.length] as (typeof each)[number];
    return { change, name, seed: `${seed} ${change.name} ${name} ${Math.floor(at / each.length)}`, steps: wanted.steps };
  });
}

/** Nothing is changed: whatever still differs is noise of the comparison. */
export const noChange: Change = { name: 'nothing at all', hiddenFrom: [], make: async () => undefined };

function changeOf(name: string): Change {
  const found = allChanges.find((change) => change.name === name);
  if (!found) throw new Error(`No change is called ${name}`);
  return found;
}

export const namesIn = (pairs: readonly Pair[]): ReadonlySet<string> => new Set(pairs.map(({ name }) => name));
