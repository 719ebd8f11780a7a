import type { LabelRow } from '../label/label.read.ts';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';

/** What the rows of a page share: told once, with one of them. */
export interface SharedLists {
  readonly specialismList?: readonly SpecialismLine[] | null;
  /** By name. */
  readonly labelList?: readonly LabelLine[] | null;
}

type SpecialismLine = readonly [
  id: string,
  code: string,
  nameFr: string,
  nameEn: string,
  admittedMentions: SpecialismRow['admittedMentions'],
  version: number,
];
type LabelLine = readonly [id: string, name: string, colour: LabelRow['colour'], version: number];

/** The members of the shared lists that a row names by their ids, a comma between two. */
export interface Shared {
  specialismsOf(ids: string | undefined): readonly SpecialismRow[];
  /** By name, in whatever order they are named. */
  labelsOf(ids: string): readonly LabelRow[];
}

export function sharedBy(rows: readonly SharedLists[]): Shared {
  const specialisms = new Map(listIn(rows, 'specialismList').map((line) => [line[0], line]));
  const labels = listIn(rows, 'labelList').map(labelOf);
  const ranks = new Map(labels.map(({ id }, rank) => [id, rank]));
  return {
    specialismsOf: oncePerSelection((ids) =>
      ids
        .map((id) => specialisms.get(id))
        .filter((line) => line !== undefined)
        .map(specialismOf),
    ),
    labelsOf: oncePerSelection((ids) =>
      ids
        .map((id) => ranks.get(id) ?? -1)
        .toSorted((a, b) => a - b)
        .flatMap((rank) => labels[rank] ?? []),
    ),
  };
}

const labelOf = ([id, name, colour, version]: LabelLine): LabelRow => ({ id, name, colour, version });

function specialismOf([id, code, fr, en, admittedMentions, version]: SpecialismLine): SpecialismRow {
  return { id, code, name: { fr, en }, admittedMentions, version };
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
