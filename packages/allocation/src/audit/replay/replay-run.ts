import type { Id } from '../../market/market.ts';
import { ranksByRule } from '../check-displayed-ranks.ts';
import { type Desk, hasOffer, isPooled, keepsOne, type Replay, type Wish } from './replay-state.ts';

/** What one run must have done. */
export interface RunReplayed {
  readonly offers: ReadonlyMap<Id, readonly Id[]>;
  readonly dropped: readonly (readonly [Id, Id])[];
  readonly waitingRank: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  readonly yesterday: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  readonly lastCalled: ReadonlyMap<Id, number>;
}

/** Plays one run by its definition: everybody calls, those called reply by their orders, again while a seat is freed (R5, R8). */
export function replayRun(replay: Replay): RunReplayed {
  const called = new Set<Wish>();
  const dropped: (readonly [Id, Id])[] = [];
  let calling: Iterable<Desk> = replay.desks.values();
  for (;;) {
    const fresh = [...calling].flatMap((desk) => (desk.stopped ? [] : callsOf(desk)));
    for (const wish of fresh) called.add(wish);
    const gone = [...Map.groupBy(fresh, ({ candidate }) => candidate)].flatMap(([candidate, wishes]) =>
      repliesOf(replay, candidate, wishes),
    );
    for (const { wish } of gone) dropped.push([wish.candidate, wish.programme]);
    const freed = new Set(gone.filter(({ held }) => held).map(({ wish }) => replay.desks.get(wish.programme) as Desk));
    if (freed.size === 0) break;
    calling = freed;
  }
  return told(replay, called, dropped);
}

function callsOf(desk: Desk): readonly Wish[] {
  const calls: Wish[] = [];
  const holders = desk.targets.map(() => 0);
  for (const wish of desk.wishes.values())
    if (hasOffer(wish) && !wish.beyondTarget) holders[wish.block] = (holders[wish.block] as number) + 1;
  for (const [block, { list }] of desk.lists.entries()) {
    let vacancies = Math.max(0, (desk.targets[block] as number) - (holders[block] as number));
    for (const [place, id] of list.entries()) {
      if (vacancies <= 0 && desk.callUpTo === 0) break;
      const wish = desk.wishes.get(id);
      if (wish?.state !== 'waiting') continue;
      const rank = isPooled(desk) ? place + 1 : (desk.rankOf.get(id) as number);
      if (vacancies <= 0 && rank > desk.callUpTo) continue;
      Object.assign(wish, { state: 'offered', block, beyondTarget: false });
      desk.lastCalled = Math.max(desk.lastCalled, desk.rankOf.get(id) ?? 0);
      vacancies -= 1;
      calls.push(wish);
    }
  }
  return calls;
}

interface Gone {
  readonly wish: Wish;
  readonly held: boolean;
}

/** Standing orders of one candidate; what is dropped, and whether it frees a seat. */
function repliesOf(replay: Replay, candidate: Id, fresh: readonly Wish[]): readonly Gone[] {
  const own = replay.wishes.get(candidate) as readonly Wish[];
  const alone = keepsOne(replay, candidate);
  if (!alone && replay.orders.get(candidate) !== 'ordered') return [];
  const best = fresh.reduce((a, b) => (b.place < a.place ? b : a));
  if (alone && !replay.ranked) best.state = 'held';
  const leaves = (wish: Wish): boolean => {
    if (wish === best || wish.state === 'ended') return false;
    if (alone) return hasOffer(wish) || wish.place > best.place;
    return (
      wish.place > best.place && wish.place !== Number.POSITIVE_INFINITY && wish.state !== 'held' && wish.state !== 'accepted'
    );
  };
  return own.filter(leaves).flatMap((wish) => {
    const [held, known] = [hasOffer(wish) && !wish.beyondTarget, wish.state !== 'lost'];
    wish.state = 'ended';
    return known ? [{ wish, held }] : [];
  });
}

function told(replay: Replay, called: ReadonlySet<Wish>, dropped: readonly (readonly [Id, Id])[]): RunReplayed {
  const offers = new Map<Id, readonly Id[]>();
  const waitingRank = new Map<Id, ReadonlyMap<Id, number>>();
  const yesterday = new Map<Id, ReadonlyMap<Id, number>>();
  for (const [id, desk] of replay.desks) {
    const live = desk.everybody.filter((candidate) => {
      const wish = desk.wishes.get(candidate);
      return wish && called.has(wish) && hasOffer(wish);
    });
    offers.set(id, live);
    yesterday.set(id, desk.shown);
    const waiting = desk.everybody.filter((candidate) => desk.wishes.get(candidate)?.state === 'waiting');
    desk.shown = ranksByRule(waiting, desk.shown);
    waitingRank.set(id, desk.shown);
  }
  return {
    offers,
    dropped,
    waitingRank,
    yesterday,
    lastCalled: new Map([...replay.desks].map(([id, desk]) => [id, desk.lastCalled])),
  };
}
