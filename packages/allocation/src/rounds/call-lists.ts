import { type Id, NOWHERE, type ProgrammeInput } from '../market/market.ts';
import { blocksOfProgramme } from '../seats/blocks-of-programme.ts';
import { callOrder } from '../seats/call-order.ts';
import type { CampaignState } from './campaign-state.ts';

/** The lists a programme calls from: one per block, in filling order, as wishes; NOWHERE keeps the place of who did not list it. */
export interface CallLists {
  readonly blocks: readonly { readonly name: string; readonly list: Uint32Array }[];
  /** The call order of the programme, then those ranked only in a pool, in filling order. */
  readonly order: Uint32Array;
  /** Pools count the ranks of a block call in their own list, reserves in the programme's. */
  readonly ownRanks: boolean;
}

/** Computes call order and lists of one programme anew and writes the call ranks and, the first time, the targets. */
export function callListsOf(state: CampaignState, programme: number): CallLists {
  const rules = state.rules[programme] as ProgrammeInput;
  const groups = state.market.input.groups ?? {};
  const order = callOrder(rules.ranking, rules.minRates ?? [], groups);
  const blocks = blocksOfProgramme(rules, order, groups);
  const wishOf = new Map<Id, number>();
  for (const wish of state.choicesOf[programme] as Uint32Array) {
    wishOf.set(state.market.candidateIds[state.owner[wish] as number] as Id, wish);
    state.callRank[wish] = 0;
  }
  const wishes = (list: readonly Id[]) => Uint32Array.from(list, (id) => wishOf.get(id) ?? NOWHERE);
  const ordered = wishes(order);
  for (const [index, wish] of ordered.entries()) if (wish !== NOWHERE) state.callRank[wish] = index + 1;
  if (state.targets[programme] === undefined) state.targets[programme] = blocks.map(({ target }) => target);
  const lists = blocks.map(({ name, list }) => ({ name, list: list === order ? ordered : wishes(list) }));
  const pooled = (rules.pools ?? []).length > 0;
  return { blocks: lists, order: pooled ? withPoolOnly(ordered, lists) : ordered, ownRanks: pooled };
}

function withPoolOnly(order: Uint32Array, blocks: CallLists['blocks']): Uint32Array {
  const met = new Set(order);
  const more: number[] = [];
  for (const { list } of blocks)
    for (const wish of list) {
      if (met.has(wish) || wish === NOWHERE) continue;
      met.add(wish);
      more.push(wish);
    }
  return Uint32Array.from([...order, ...more]);
}
