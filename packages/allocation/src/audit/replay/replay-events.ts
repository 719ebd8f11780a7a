import type { Id } from '../../market/market.ts';
import { type Desk, hasOffer, keepsOne, type Replay, readDesk, type Wish } from './replay-state.ts';

type Event = Readonly<Record<string, unknown>>;

/** What an event is told about: the campaign, the event, and the candidate's wish and the programme it names. */
interface Told {
  readonly replay: Replay;
  readonly event: Event;
  readonly wish: Wish;
  readonly own: readonly Wish[];
  readonly desk: Desk;
}

const names: Readonly<
  Record<string, { readonly of: 'wish' | 'candidate' | 'programme' | 'both'; readonly act: (told: Told) => boolean }>
> = {
  reply: { of: 'wish', act: replyTo },
  expire: { of: 'wish', act: ({ wish }) => wish.state === 'offered' && ended(wish) },
  withdraw: { of: 'wish', act: ({ wish }) => ended(wish) },
  reinstate: { of: 'wish', act: comesBack },
  supernumerary: { of: 'wish', act: beyondTarget },
  leave: { of: 'candidate', act: ({ own }) => own.every(ended) },
  order: { of: 'candidate', act: newOrder },
  insert: { of: 'both', act: inserted },
  correct: { of: 'programme', act: corrected },
  close: {
    of: 'programme',
    act: ({ desk }) => [...desk.wishes.values()].every((wish) => wish.state !== 'waiting' || ended(wish)),
  },
  stop: { of: 'programme', act: ({ desk }) => Object.assign(desk, { stopped: true }).stopped },
  'set-target': { of: 'programme', act: newTarget },
  'call-up-to': {
    of: 'programme',
    act: ({ desk, event }) => isWhole(event['rank']) && Object.assign(desk, { callUpTo: event['rank'] }).callUpTo >= 0,
  },
};

/** Replays one event; false when it cannot apply, and then nothing changed. */
export function replayEvent(replay: Replay, event: unknown): boolean {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return false;
  const told = event as Event;
  const name = told['do'];
  if (typeof name !== 'string' || !Object.hasOwn(names, name)) return false;
  const { of, act } = names[name] as (typeof names)[string];
  const own = replay.wishes.get(told['candidate'] as Id);
  const desk = replay.desks.get(told['programme'] as Id);
  if ((of !== 'programme' && !own) || (of !== 'candidate' && !desk)) return false;
  const wish = own?.find(({ programme }) => programme === told['programme']);
  if (of === 'wish' && !wish) return false;
  return act({ replay, event: told, wish: wish as Wish, own: own ?? [], desk: desk as Desk });
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function ended(wish: Wish): true {
  wish.state = 'ended';
  return true;
}

function replyTo({ replay, event, wish, own }: Told): boolean {
  const { answer, keep } = event;
  if (wish.state !== 'offered' && wish.state !== 'held') return false;
  if (typeof answer !== 'string' || !['no', 'yes-definitive', 'yes-but', 'slide'].includes(answer)) return false;
  if (
    keep !== undefined &&
    !(isTexts(keep) && keep.every((id) => own.some(({ programme, state }) => programme === id && state === 'waiting')))
  )
    return false;
  if (answer === 'no') return ended(wish);
  const school = (one: Wish) => replay.desks.get(one.programme)?.rules.school ?? one.programme;
  const stays = (other: Wish): boolean =>
    answer !== 'yes-definitive' &&
    (!replay.ranked || other.place < wish.place) &&
    (answer !== 'slide' || school(other) === school(wish)) &&
    (keep === undefined || other.state === 'lost' || keep.includes(other.programme));
  for (const other of own)
    if (other !== wish && (hasOffer(other) || ((other.state === 'waiting' || other.state === 'lost') && !stays(other))))
      ended(other);
  wish.state = answer === 'yes-definitive' ? 'accepted' : 'held';
  return true;
}

/** Would this wish, once offered, take the place of an offer placed better? */
function isBelowAnOffer(replay: Replay, wish: Wish, own: readonly Wish[]): boolean {
  return (
    keepsOne(replay, wish.candidate) &&
    own.some(
      (other) => other !== wish && hasOffer(other) && (wish.place === Number.POSITIVE_INFINITY || other.place < wish.place),
    )
  );
}

function becomesLast(replay: Replay, wish: Wish, own: readonly Wish[]): void {
  if (wish.place !== Number.POSITIVE_INFINITY || !keepsOne(replay, wish.candidate)) return;
  wish.place = 1 + own.reduce((last, { place }) => (Number.isFinite(place) ? Math.max(last, place) : last), -1);
}

function comesBack({ replay, wish, own, desk }: Told): boolean {
  if (wish.state === 'waiting') return true;
  if (hasOffer(wish) || !desk.everybody.includes(wish.candidate) || isBelowAnOffer(replay, wish, own)) return false;
  wish.state = 'waiting';
  becomesLast(replay, wish, own);
  return true;
}

function beyondTarget({ replay, wish, own, desk }: Told): boolean {
  if (hasOffer(wish) || isBelowAnOffer(replay, wish, own)) return false;
  becomesLast(replay, wish, own);
  Object.assign(wish, { state: 'offered', block: 0, beyondTarget: true });
  desk.lastCalled = Math.max(desk.lastCalled, desk.rankOf.get(wish.candidate) ?? 0);
  if (!keepsOne(replay, wish.candidate)) return true;
  for (const other of own)
    if (other !== wish && (hasOffer(other) || (other.state !== 'ended' && other.place > wish.place))) ended(other);
  if (!replay.ranked) wish.state = 'held';
  return true;
}

function newOrder({ replay, event, own }: Told): boolean {
  const { ranking, auto } = event;
  if (!isTexts(ranking) || new Set(ranking).size < ranking.length || (auto !== undefined && typeof auto !== 'boolean'))
    return false;
  if (!ranking.every((id) => own.some(({ programme, state }) => programme === id && state === 'waiting'))) return false;
  for (const wish of own) {
    const place = ranking.indexOf(wish.programme);
    wish.place = place < 0 ? Number.POSITIVE_INFINITY : place;
    if (place < 0 && wish.state === 'waiting') ended(wish);
    if (own.length > 0) replay.orders.set(wish.candidate, auto === true ? 'auto' : 'ordered');
  }
  return true;
}

/** The ranking an event speaks of: the programme's, or that of a pool it names. */
function rankingIn({ desk, event }: Told): readonly Id[] | undefined {
  if (event['pool'] === undefined) return desk.rules.ranking;
  const pool = (desk.rules.pools ?? []).find(({ name }) => name === event['pool']);
  return pool && (pool.ranking ?? desk.rules.ranking);
}

function inserted(told: Told): boolean {
  const ranking = rankingIn(told);
  const { candidate, rank } = told.event;
  if (!ranking || ranking.includes(candidate as Id) || !isWhole(rank) || rank < 1 || rank > ranking.length + 1) return false;
  return rankedAnew(told, [...ranking.slice(0, rank - 1), candidate as Id, ...ranking.slice(rank - 1)]);
}

function corrected(told: Told): boolean {
  const { ranking, marked = [] } = told.event;
  const isList = (list: unknown): list is readonly Id[] =>
    isTexts(list) && new Set(list).size === list.length && (told.replay.dirty || list.every((id) => told.replay.wishes.has(id)));
  return isList(ranking) && isList(marked) && rankingIn(told) !== undefined && rankedAnew(told, ranking);
}

function rankedAnew({ replay, desk, event }: Told, ranking: readonly Id[]): boolean {
  const pools = (desk.rules.pools ?? []).map((pool) => (pool.name === event['pool'] ? { ...pool, ranking } : pool));
  desk.rules = event['pool'] === undefined ? { ...desk.rules, ranking } : { ...desk.rules, pools };
  readDesk(desk, replay.groups);
  const ranked = new Set(desk.everybody);
  for (const wish of desk.wishes.values()) {
    const own = replay.wishes.get(wish.candidate) ?? [];
    if (wish.state === 'waiting' && !ranked.has(wish.candidate)) wish.state = 'lost';
    else if (wish.state === 'lost' && ranked.has(wish.candidate) && !isBelowAnOffer(replay, wish, own)) {
      wish.state = 'waiting';
      becomesLast(replay, wish, own);
    }
  }
  return true;
}

function newTarget({ desk, event }: Told): boolean {
  const { target, block } = event;
  const named = desk.lists.findIndex(({ name }) => name === (block ?? 'open'));
  if (!isWhole(target) || named < 0 || (block === undefined && (desk.rules.pools ?? []).length > 0)) return false;
  const others = block === undefined ? desk.targets.reduce((sum, one, index) => (index === named ? sum : sum + one), 0) : 0;
  desk.targets[named] = Math.max(0, target - others);
  return true;
}
