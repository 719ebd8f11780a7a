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
    specialismsOf: oncePerSelection((ids) => ids.flatMap((id) => specialisms.get(id) ?? [])),
    labelsOf: oncePerSelection((ids) =>
      ids
        .map((id) => ranks.get(id) ?? -1)
        .toSorted((a, b) => a - b)
        .flatMap((rank) => labels[rank] ?? []),
    ),
  };
}

// Few selections of labels and of specialisms are found on many rows: the members of each are looked up once a page.
function oncePerSelection<Member>(membersOf: (ids: readonly string[]) => readonly Member[]) {
  const known = new Map<string, readonly Member[]>();
  return (ids: string | undefined): readonly Member[] => {
    if (!ids) return [];
    const found = known.get(ids) ?? membersOf(ids.split(','));
    known.set(ids, found);
    return found;
  };
}

function listIn<Name extends keyof SharedLists>(rows: readonly SharedLists[], name: Name) {
  return (rows.find((row) => row[name])?.[name] ?? []) as NonNullable<SharedLists[Name]>;
}
