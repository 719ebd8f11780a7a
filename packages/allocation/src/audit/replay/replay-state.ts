import type { Groups, Id, MarketInput, ProgrammeInput } from '../../market/market.ts';
import { readBlocks } from '../blocks-by-hand.ts';

/** One wish as the checker follows it. `lost` is not ranked; `ended` is over for any reason but that. */
export interface Wish {
  readonly candidate: Id;
  readonly programme: Id;
  state: 'lost' | 'waiting' | 'offered' | 'held' | 'accepted' | 'ended';
  /** Place in the candidate's order; infinity when the order does not name it. */
  place: number;
  block: number;
  beyondTarget: boolean;
}

/** One programme as the checker follows it. */
export interface Desk {
  rules: ProgrammeInput;
  lists: readonly { readonly name: string; readonly list: readonly Id[] }[];
  rankOf: ReadonlyMap<Id, number>;
  /** Call order, then those ranked in a pool only. */
  everybody: readonly Id[];
  targets: number[];
  callUpTo: number;
  stopped: boolean;
  lastCalled: number;
  shown: ReadonlyMap<Id, number>;
  readonly wishes: Map<Id, Wish>;
}

/** A campaign replayed with plain maps, from the log alone. */
export interface Replay {
  readonly ranked: boolean;
  readonly groups: Groups;
  readonly dirty: boolean;
  readonly wishes: ReadonlyMap<Id, readonly Wish[]>;
  readonly desks: ReadonlyMap<Id, Desk>;
  readonly orders: Map<Id, 'auto' | 'ordered'>;
}

/** A rounds document as the checker takes it. */
export interface RoundsDocument extends MarketInput {
  readonly mode: 'open' | 'ranked';
  readonly auto?: readonly Id[];
  readonly events?: readonly Readonly<Record<string, unknown>>[];
}

/** The state before the first event. */
export function startReplay(input: RoundsDocument): Replay {
  const groups = input.groups ?? {};
  const desks = new Map<Id, Desk>();
  for (const [id, rules] of Object.entries(input.programmes)) {
    desks.set(id, {
      rules,
      ...listsOf(rules, groups),
      targets: readBlocks(rules, groups).blocks.map(({ target }) => target),
      callUpTo: rules.callUpTo ?? 0,
      stopped: false,
      lastCalled: 0,
      shown: new Map(),
      wishes: new Map(),
    });
  }
  const wishes = new Map<Id, readonly Wish[]>();
  for (const [candidate, list] of Object.entries(input.candidates)) {
    const known = list.filter((programme) => desks.has(programme));
    const own = known.map(
      (programme, place): Wish => ({ candidate, programme, state: 'lost', place, block: 0, beyondTarget: false }),
    );
    wishes.set(candidate, own);
    for (const wish of own) (desks.get(wish.programme) as Desk).wishes.set(candidate, wish);
  }
  for (const { everybody, wishes: own } of desks.values())
    for (const id of everybody) {
      const wish = own.get(id);
      if (wish) wish.state = 'waiting';
    }
  const orders = new Map<Id, 'auto' | 'ordered'>((input.auto ?? []).map((id) => [id, 'auto']));
  return { ranked: input.mode === 'ranked', groups, dirty: input.dirty === true, wishes, desks, orders };
}

/** Reads the lists of a programme from its rules. */
export function listsOf(rules: ProgrammeInput, groups: Groups): Pick<Desk, 'lists' | 'rankOf' | 'everybody'> {
  const { order, blocks } = readBlocks(rules, groups);
  return {
    rankOf: new Map(order.map((id, place) => [id, place + 1])),
    lists: blocks.map(({ name, list }) => ({ name, list })),
    everybody: [...new Set([...order, ...blocks.flatMap(({ list }) => list)])],
  };
}

export const isPooled = ({ rules }: Pick<Desk, 'rules'>): boolean => (rules.pools ?? []).length > 0;

export const hasOffer = ({ state }: Wish): boolean => state === 'offered' || state === 'held' || state === 'accepted';

/** Does a better offer take the place of the one held? */
export const keepsOne = (replay: Replay, candidate: Id): boolean => replay.ranked || replay.orders.get(candidate) === 'auto';
