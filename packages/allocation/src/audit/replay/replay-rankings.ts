import type { Id } from '../../market/market.ts';
import { isWhole } from '../faults/shape-faults.ts';
import { listsOf, type Wish } from './replay-state.ts';
import { becomesLast, isBelowAnOffer, isTexts, type Told } from './told-event.ts';

/** The ranking an event speaks of: the programme's, or that of a pool it names. */
function rankingIn({ desk, event }: Told): readonly Id[] | undefined {
  if (event['pool'] === undefined) return desk.rules.ranking;
  const pool = (desk.rules.pools ?? []).find(({ name }) => name === event['pool']);
  return pool && (pool.ranking ?? desk.rules.ranking);
}

/** A late candidate at the jury's rank (R11). */
export function inserted(told: Told): boolean {
  const ranking = rankingIn(told);
  const { candidate, rank } = told.event;
  if (!ranking || ranking.includes(candidate as Id) || !isWhole(rank) || rank < 1 || rank > ranking.length + 1) return false;
  return rankedAnew(told, [...ranking.slice(0, rank - 1), candidate as Id, ...ranking.slice(rank - 1)]);
}

/** A ranking corrected (R10). */
export function corrected(told: Told): boolean {
  const { ranking, marked = [] } = told.event;
  const isList = (list: unknown): list is readonly Id[] =>
    isTexts(list) && new Set(list).size === list.length && (told.replay.dirty || list.every((id) => told.replay.wishes.has(id)));
  return isList(ranking) && isList(marked) && rankingIn(told) !== undefined && rankedAnew(told, ranking);
}

function rankedAnew({ replay, desk, event }: Told, ranking: readonly Id[]): boolean {
  const pools = (desk.rules.pools ?? []).map((pool) => (pool.name === event['pool'] ? { ...pool, ranking } : pool));
  desk.rules = event['pool'] === undefined ? { ...desk.rules, ranking } : { ...desk.rules, pools };
  Object.assign(desk, listsOf(desk.rules, replay.groups));
  const ranked = new Set(desk.everybody);
  for (const wish of desk.wishes.values()) {
    const own = replay.wishes.get(wish.candidate) as readonly Wish[];
    if (wish.state === 'waiting' && !ranked.has(wish.candidate)) wish.state = 'lost';
    else if (wish.state === 'lost' && ranked.has(wish.candidate) && !isBelowAnOffer(replay, wish, own)) {
      wish.state = 'waiting';
      becomesLast(replay, wish, own);
    }
  }
  return true;
}
