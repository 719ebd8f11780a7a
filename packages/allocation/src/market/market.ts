/** What the consortium writes down; ids are compared code unit by code unit, and only arrays carry an order. */
export type Id = string;

/** Named sets of candidates, for reserves and minimum rates; they may name people who are not candidates. */
export type Groups = Readonly<Record<Id, readonly Id[]>>;

/** A minimum rate (taux minimum): at least `percent` (integer, 0..100) of those called belong to the group (R2). */
export interface MinimumRate {
  readonly group: Id;
  readonly percent: number;
}

/** Seats kept for a group, filled before or after the open ones, that revert or stay empty (R3). */
export interface Reserve {
  readonly group: Id;
  readonly seats: number;
  readonly order?: 'before-open' | 'after-open';
  readonly unfilled?: 'open' | 'empty';
  readonly target?: number;
}

/** Seats of one pathway with a ranking of their own, and the list read when it is exhausted (R4). */
export interface Pool {
  readonly name: Id;
  readonly seats: number;
  readonly ranking?: readonly Id[];
  readonly fallback?: Id | null;
  readonly target?: number;
}

/** One programme: seats (capacité d'accueil) and ranking (classement), best first; who is not ranked is refused (R1). */
export interface ProgrammeInput {
  readonly capacity?: number;
  readonly ranking: readonly Id[];
  readonly reserved?: readonly Reserve[];
  readonly pools?: readonly Pool[];
  readonly minRates?: readonly MinimumRate[];
  readonly target?: number;
  readonly callUpTo?: number;
  readonly school?: Id;
}

/** Preference lists and programmes as sealed, before any number is given to an id. */
export interface MarketInput {
  readonly candidates: Readonly<Record<Id, readonly Id[]>>;
  readonly programmes: Readonly<Record<Id, ProgrammeInput>>;
  readonly groups?: Groups;
  readonly dirty?: boolean;
}

/** Stands for "no programme" or "a person who is no candidate" in numbered arrays. */
export const NOWHERE = 0xffffffff;

/**
 * A market on numbered arrays. The list of candidate c is `list[listStart[c]]…`, best first; `rank` runs beside it: the
 * rank of c at that programme, from 1, 0 when not ranked. Ranks at one programme are distinct.
 */
export interface NumberedMarket {
  readonly candidates: number;
  readonly programmes: number;
  readonly listStart: Uint32Array;
  readonly list: Uint32Array;
  readonly rank: Uint32Array;
  readonly capacity: Uint32Array;
}

/** One block of seats and the list it is filled from, best first; NOWHERE keeps the place of a stranger. */
export interface SealedBlock {
  readonly name: string;
  readonly programme: number;
  readonly seats: number;
  readonly list: Uint32Array;
}

/** An unknown id that a `dirty` import left out. */
export interface Dropped {
  readonly candidate: Id;
  readonly programme: Id;
  readonly reason: 'unknown-programme' | 'unknown-candidate';
}

/** A market without objections: ids numbered, call orders computed, every block of seats a programme of `numbered`. */
export interface SealedMarket {
  readonly input: MarketInput;
  readonly candidateIds: readonly Id[];
  readonly programmeIds: readonly Id[];
  readonly candidateNumbers: ReadonlyMap<Id, number>;
  readonly programmeNumbers: ReadonlyMap<Id, number>;
  /** Choices of candidate c, ranked there or not: `choices[choiceStart[c]]…`, programme numbers, best first. */
  readonly choiceStart: Uint32Array;
  readonly choices: Uint32Array;
  /** Per programme, its ranking turned into a call order. */
  readonly callOrders: readonly Uint32Array[];
  readonly blocks: readonly SealedBlock[];
  /** Blocks of programme p are `blocks[firstBlock[p]]` up to `blocks[firstBlock[p + 1]]`, in filling order. */
  readonly firstBlock: Uint32Array;
  readonly numbered: NumberedMarket;
  /** No reserve and no pool anywhere. */
  readonly plain: boolean;
  readonly dropped: readonly Dropped[];
}

/** Who is admitted: per candidate the number of a block of the sealed market, or NOWHERE. */
export interface Matching {
  readonly admitted: Uint32Array;
}
