import type { LabelRow } from '../label/label.read.ts';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';

/** What the rows of a page share: told once, with one of them. */
export interface SharedLists {
  readonly specialismList?: readonly SpecialismRow[] | null;
  /** By name. */
  readonly labelList?: readonly LabelRow[] | null;
}

/** The members of the shared lists that a row names by their ids, a comma between two. */
export interface Shared {
  specialismsOf(ids: string | undefined): readonly SpecialismRow[];
  /** By name, in whatever order they are named. */
  labelsOf(ids: string): readonly LabelRow[];
}

export function sharedBy(rows: readonly SharedLists[]): Shared {
  const specialisms = new Map(listIn(rows, 'specialismList').map((each) => [each.id, each]));
  const labels = listIn(rows, 'labelList');
  const ranks = new Map(labels.map(({ id }, rank) => [id, rank]));
  return {
    specialismsOf: (ids) => (ids ? ids.split(',').flatMap((id) => specialisms.get(id) ?? []) : []),
    labelsOf: (ids) => {
      if (ids === '') return [];
      const found = ids.split(',').map((id) => ranks.get(id) ?? -1);
      found.sort((a, b) => a - b);
      return found.map((rank) => labels[rank]).filter((label) => label !== undefined);
    },
  };
}

function listIn<Name extends keyof SharedLists>(rows: readonly SharedLists[], name: Name) {
  return (rows.find((row) => row[name])?.[name] ?? []) as NonNullable<SharedLists[Name]>;
}
