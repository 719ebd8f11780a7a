import type { Id } from '../../market/market.ts';
import { isWhole } from '../faults/shape-faults.ts';
import { entry } from '../properties.ts';
import { corrected, inserted } from './replay-rankings.ts';
import { newOrder, replyTo } from './replay-replies.ts';
import { type Desk, hasOffer, keepsOne, type Replay, type Wish } from './replay-state.ts';
import { becomesLast, type Event, ended, isBelowAnOffer, type Told } from './told-event.ts';

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
  'call-up-to': { of: 'programme', act: newReach },
};

/** Replays one event; false when it cannot apply, and then nothing changed. */
export function replayEvent(replay: Replay, event: unknown): boolean {
  const name = entry(event, 'do');
  if (typeof name !== 'string' || !Object.hasOwn(names, name)) return false;
  const told = event as Event;
  const { of, act } = names[name] as (typeof names)[string];
  const own = replay.wishes.get(told['candidate'] as Id);
  const desk = replay.desks.get(told['programme'] as Id);
  if ((of !== 'programme' && !own) || (of !== 'candidate' && !desk)) return false;
  const wish = own?.find(({ programme }) => programme === told['programme']);
  if (of === 'wish' && !wish) return false;
  return act({ replay, event: told, wish: wish as Wish, own: own as readonly Wish[], desk: desk as Desk });
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
  for (const other of own) if (other !== wish && (hasOffer(other) || other.place > wish.place)) ended(other);
  if (!replay.ranked) wish.state = 'held';
  return true;
}

function newReach({ desk, event }: Told): boolean {
  const { rank } = event;
  if (!isWhole(rank)) return false;
  desk.callUpTo = rank;
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
