import type { CampaignFile } from '../campaign-file.ts';
import type { PointedFault } from '../schema-faults.ts';

/** What a check may rely on: a value is sound when the schema faults neither it nor what holds it; its parts are asked for by themselves. */
export interface Checked {
  readonly file: CampaignFile;
  readonly isSound: (pointer: string) => boolean;
  /** Codes of the national mentions known. */
  readonly mentions: ReadonlySet<string>;
}

/** One rule the schema cannot say; it looks at sound values only, so that the other faults of a file do not hide its own. */
export type Check = (checked: Checked) => readonly PointedFault[];

/** The sound entries of a list, each with its pointer; none when the list itself is not sound. */
export function soundEntries<Entry>(
  checked: Checked,
  pointer: string,
  list: () => readonly Entry[],
): readonly (readonly [Entry, string])[] {
  if (!checked.isSound(pointer)) return [];
  return list().flatMap((entry, index) =>
    checked.isSound(`${pointer}/${index}`) ? [[entry, `${pointer}/${index}`] as const] : [],
  );
}

/** A fault for every value that an earlier entry already bears. */
export function repetitions(
  values: readonly (readonly [string, string])[],
  message: (value: string) => string,
): readonly PointedFault[] {
  const seen = new Set<string>();
  return values.flatMap(([value, pointer]) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated ? [{ pointer, message: message(value) }] : [];
  });
}
