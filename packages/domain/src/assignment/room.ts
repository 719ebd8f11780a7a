/** How many more dossiers a reader takes of one campaign; infinite without a bound. */
export const roomOf = ({ largestLoad, load }: { readonly largestLoad: number | null; readonly load: number }): number =>
  largestLoad === null ? Number.POSITIVE_INFINITY : Math.max(0, largestLoad - load);

/** A reader asked to take more than they do: nothing is assigned, whoever else has room (charge dépassée). */
export interface ReaderFull {
  readonly reason: 'READER_FULL';
  readonly reader: string;
  /** Dossiers they would have in hand. */
  readonly load: number;
  readonly largestLoad: number;
}

/** Every reader whose load, once assigned, would pass their largest. */
export const overloaded = (
  readers: readonly { readonly name: string; readonly largestLoad: number | null; readonly load: number }[],
): readonly ReaderFull[] =>
  readers.flatMap(({ name, largestLoad, load }) =>
    largestLoad !== null && load > largestLoad ? [{ reason: 'READER_FULL', reader: name, load, largestLoad }] : [],
  );

/** Which of some places are beyond a reader's room, taken in order: what a preview foresees as refused. */
export function beyondRoom<T extends { readonly readerId: string }>(
  taking: readonly T[],
  roomOfReader: ReadonlyMap<string, number>,
): ReadonlySet<T> {
  const taken = new Map<string, number>();
  return new Set(
    taking.filter(({ readerId }) => {
      const n = (taken.get(readerId) ?? 0) + 1;
      taken.set(readerId, n);
      return n > (roomOfReader.get(readerId) ?? Number.POSITIVE_INFINITY);
    }),
  );
}
