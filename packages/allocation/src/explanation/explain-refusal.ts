import { type Id, type Matching, NOWHERE, type SealedBlock, type SealedMarket } from '../market/market.ts';
import { seatsNeeded } from './seats-needed.ts';

/** Why a wish was refused, in one word. */
export type RefusalReason =
  | 'ranked-behind-last-admitted'
  | 'not-ranked'
  | 'got-higher-choice'
  | 'list-closed'
  | 'not-eligible'
  | 'offer-expired';

/** What one block of seats says of a candidate. */
export interface BlockExplanation {
  readonly name: string;
  /** Rank in the list the block is filled from; null when not eligible for it. */
  readonly rank: number | null;
  /** Rank of the last admitted; null while a seat is left, 0 without seats. */
  readonly lastRank: number | null;
  readonly reason: RefusalReason | 'admitted';
  /** Ranks between the candidate and the last admitted. */
  readonly distance: number | null;
  /** Better ranked people who want this seat and do not have it. */
  readonly aheadWaiting: number;
  /** Seats of this block to add for this candidate to get the programme or better; null when no number would do. */
  readonly seatsNeeded: number | null;
}

/** The facts of one refused wish: never another person's identity or score. */
export interface Explanation {
  readonly candidate: Id;
  readonly programme: Id;
  readonly reason: RefusalReason | 'admitted';
  /** What came instead, null when nothing. */
  readonly got: Id | null;
  /** The deadline at which the offer was lost, as the caller wrote it. */
  readonly expiredAt: string | null;
  readonly blocks: readonly BlockExplanation[];
}

/** A wish, and what a campaign of rounds knows of its end. */
export interface WishAsked {
  readonly candidate: Id;
  readonly programme: Id;
  readonly listClosed?: boolean;
  readonly offerExpiredAt?: string;
}

/** The facts of one refused wish, for the candidate concerned only; undefined when there is no such wish. */
export function explainRefusal(market: SealedMarket, matching: Matching, asked: WishAsked): Explanation | undefined {
  const candidate = market.candidateNumbers.get(asked.candidate);
  const programme = market.programmeNumbers.get(asked.programme);
  if (candidate === undefined || programme === undefined) return undefined;
  const place = choicePlace(market, candidate, programme);
  if (place === undefined) return undefined;
  const got = programmeOf(market, matching.admitted[candidate] as number);
  const ends = endOf(market, asked, { candidate, place, got });
  const first = market.firstBlock[programme] as number;
  const own = market.blocks.slice(first, market.firstBlock[programme + 1]);
  const blocks = own.map((_, index) => explainBlock(market, matching, { asked, candidate, block: first + index, ends }));
  const ranked = blocks.some(({ rank }) => rank !== null);
  return {
    candidate: asked.candidate,
    programme: asked.programme,
    reason: ends ?? (ranked ? 'ranked-behind-last-admitted' : 'not-ranked'),
    got: got === NOWHERE ? null : (market.programmeIds[got] as Id),
    expiredAt: asked.offerExpiredAt ?? null,
    blocks,
  };
}

const programmeOf = (market: SealedMarket, block: number): number =>
  block === NOWHERE ? NOWHERE : (market.blocks[block] as SealedBlock).programme;

/** The reasons that do not look at ranks. */
function endOf(
  market: SealedMarket,
  asked: WishAsked,
  { candidate, place, got }: { readonly candidate: number; readonly place: number; readonly got: number },
): RefusalReason | 'admitted' | undefined {
  if (got === market.choices[place]) return 'admitted';
  if (got !== NOWHERE && (choicePlace(market, candidate, got) as number) < place) return 'got-higher-choice';
  if (asked.offerExpiredAt !== undefined) return 'offer-expired';
  return asked.listClosed === true ? 'list-closed' : undefined;
}

/** Where in the choices of a candidate a programme stands. */
function choicePlace({ choices, choiceStart }: SealedMarket, candidate: number, programme: number): number | undefined {
  for (let place = choiceStart[candidate] as number; place < (choiceStart[candidate + 1] as number); place += 1)
    if (choices[place] === programme) return place;
  return undefined;
}

interface BlockAsked {
  readonly asked: WishAsked;
  readonly candidate: number;
  readonly block: number;
  readonly ends: RefusalReason | 'admitted' | undefined;
}

function explainBlock(
  market: SealedMarket,
  { admitted }: Matching,
  { asked, candidate, block, ends }: BlockAsked,
): BlockExplanation {
  const { name, seats, list, programme } = market.blocks[block] as SealedBlock;
  const rank = list.indexOf(candidate) + 1;
  let filled = 0;
  let last = 0;
  let aheadWaiting = 0;
  list.forEach((other, place) => {
    if (other === NOWHERE) return;
    const where = admitted[other] as number;
    if (where === block) [filled, last] = [filled + 1, place + 1];
    else if (place + 1 < rank && prefers(market, { candidate: other, programme }, where)) aheadWaiting += 1;
  });
  const lastRank = filled < seats ? null : last;
  return {
    name,
    rank: rank === 0 ? null : rank,
    lastRank,
    reason: ends ?? (rank === 0 ? 'not-eligible' : 'ranked-behind-last-admitted'),
    distance: rank === 0 || lastRank === null ? null : Math.max(0, rank - lastRank),
    aheadWaiting,
    seatsNeeded: rank === 0 ? null : seatsNeeded(market, asked.candidate, { programme: asked.programme, block: name }),
  };
}

/** Does this candidate want the programme more than what they have? */
function prefers(
  market: SealedMarket,
  { candidate, programme }: { readonly candidate: number; readonly programme: number },
  block: number,
): boolean {
  const wanted = choicePlace(market, candidate, programme);
  if (wanted === undefined) return false;
  const has = block === NOWHERE ? undefined : choicePlace(market, candidate, programmeOf(market, block));
  return has === undefined || wanted < has;
}
