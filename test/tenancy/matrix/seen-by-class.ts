import type { Facts } from './facts.ts';
import type { Findings } from './findings.ts';
import { type Kind, kinds, members, words } from './policy.ts';

/** How many fields of each class each kind of principal was answered with something. */
export type SeenByClass = Readonly<Record<string, Readonly<Record<Kind, number>>>>;

/** Counted over the types of a class; the ids and counts of lists, which belong to none, are left out. */
export function seenByClass({ answered }: Findings, { kindOf }: Facts): SeenByClass {
  const fields = [...answered].map(([field, names]) => ({
    type: field.split('.')[0] ?? '',
    kinds: new Set([...names].map((name) => kindOf[name])),
  }));
  return Object.fromEntries(
    Object.entries(members).map(([name, { types }]) => {
      const own = fields.filter(({ type }) => words(types).includes(type));
      const counts = kinds.map((kind) => [kind, own.filter((field) => field.kinds.has(kind)).length]);
      return [name, Object.fromEntries(counts) as Record<Kind, number>];
    }),
  );
}
