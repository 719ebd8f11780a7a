/** How readers are proposed: by the first specialism asked for, or by load alone (affectation par spécialité, par charge). */
export const proposalManners = ['BY_SPECIALISM', 'BY_LOAD'] as const;
/** One of `proposalManners`. */
export type ProposalManner = (typeof proposalManners)[number];

/** Largest load a school may set for one of its readers, in dossiers of one campaign. */
export const greatestLoad = 500;

/** Readers one candidacy may be proposed, in all. */
export const mostReadersEach = 3;

/** A reader as a proposal weighs them; loads count the dossiers in hand in one campaign. */
export interface WeighedReader {
  readonly id: string;
  readonly name: string;
  readonly specialismIds: readonly string[];
  /** Null for no bound. */
  readonly largestLoad: number | null;
  readonly load: number;
}

/** A candidacy as a proposal weighs it. */
export interface UnreadCandidacy {
  readonly id: string;
  /** Null when none was asked for. */
  readonly firstSpecialismId: string | null;
  /** Who reads it already. */
  readonly readerIds: readonly string[];
}

/** Why nobody is proposed: nobody reads this specialism, or whoever does has no room or reads it already. */
export type NobodyBecause = 'NOBODY_READS_IT' | 'EVERYBODY_IS_FULL';

/** One reader proposed for one candidacy, or why none is. */
export type ProposedReader =
  | { readonly candidacyId: string; readonly readerId: string }
  | { readonly candidacyId: string; readonly readerId: null; readonly because: NobodyBecause };

export interface ProposalRule {
  readonly manner: ProposalManner;
  /** Readers each candidacy is to have in all, those it has counted. */
  readonly readersEach: number;
}

/**
 * Proposes readers for candidacies in the order given: each goes to whoever has room, does not read it yet and, by specialism, reads its
 * first one; the emptiest first, as a share of what they take; then by name, then by id. Never above a largest load (decision 0014).
 */
export function proposeAssignments(
  candidacies: readonly UnreadCandidacy[],
  readers: readonly WeighedReader[],
  { manner, readersEach }: ProposalRule,
): readonly ProposedReader[] {
  const unbounded = widestOf(readers);
  const weighed = readers.map((reader) => ({ ...reader, takes: reader.largestLoad ?? unbounded }));
  return candidacies.flatMap((candidacy) => {
    const having = new Set(candidacy.readerIds);
    const proposed: ProposedReader[] = [];
    while (having.size < readersEach) {
      const suited = weighed.filter((reader) => suits(reader, candidacy, manner));
      const [chosen] = suited.filter((reader) => !having.has(reader.id) && hasRoom(reader)).toSorted(emptiestFirst);
      if (!chosen) {
        const because = suited.length === 0 ? 'NOBODY_READS_IT' : 'EVERYBODY_IS_FULL';
        return [...proposed, { candidacyId: candidacy.id, readerId: null, because }];
      }
      chosen.load += 1;
      having.add(chosen.id);
      proposed.push({ candidacyId: candidacy.id, readerId: chosen.id });
    }
    return proposed;
  });
}

type Weighed = Omit<WeighedReader, 'load'> & { load: number; readonly takes: number };

/** Whoever set no bound counts as taking as much as the most willing of the others. */
const widestOf = (readers: readonly WeighedReader[]) => Math.max(1, ...readers.map(({ largestLoad }) => largestLoad ?? 1));

const hasRoom = ({ largestLoad, load }: WeighedReader) => largestLoad === null || load < largestLoad;

const suits = ({ specialismIds }: WeighedReader, { firstSpecialismId }: UnreadCandidacy, manner: ProposalManner) =>
  manner === 'BY_LOAD' || (firstSpecialismId !== null && specialismIds.includes(firstSpecialismId));

// Shares compared as products: no fraction is rounded.
const emptiestFirst = (one: Weighed, other: Weighed) =>
  one.load * other.takes - other.load * one.takes || byCode(one.name, other.name) || byCode(one.id, other.id);

const byCode = (one: string, other: string) => Number(one > other) - Number(one < other);
