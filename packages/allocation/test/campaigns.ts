import type { Id, MarketInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import type { CampaignEvent } from '@guichet/allocation/rounds/campaign-event';
import { type CampaignState, openCampaign } from '@guichet/allocation/rounds/campaign-state';
import type { RoundsInput } from '@guichet/allocation/rounds/play-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import * as fc from 'fast-check';
import { type MarketSize, markets } from './markets.ts';

/** A number from which an event is drawn. */
export type Draw = readonly [kind: number, who: number, where: number, how: number, more: number];

/** A campaign to be: its market, its mode, who is on automatic reply, and draws of events. */
export interface Campaign {
  readonly market: MarketInput;
  readonly mode: 'open' | 'ranked';
  readonly auto: readonly Id[];
  readonly draws: readonly Draw[];
}

/** Random campaigns with every kind of event. */
export function campaigns(size: MarketSize & { readonly events: number }): fc.Arbitrary<Campaign> {
  const number = fc.nat(997);
  return markets(size).chain((market) =>
    fc.record({
      market: fc.constant(market),
      mode: fc.constantFrom('open' as const, 'ranked' as const),
      auto: fc.subarray(Object.keys(market.candidates)),
      draws: fc.array(fc.tuple(number, number, number, number, number), { maxLength: size.events }),
    }),
  );
}

/** The events that could apply, in their order, runs among them; and those that were refused, each with the log before it. */
export interface Drawn {
  readonly input: RoundsInput;
  readonly refused: readonly { readonly before: readonly object[]; readonly event: object }[];
  readonly states: readonly CampaignState[];
}

/** Draws a log: an event that cannot apply is kept apart and the campaign goes on without it. */
export function drawn({ market, mode, auto, draws }: Campaign): Drawn {
  const sealed = sealMarket(market, 'rounds');
  if (isRefusal(sealed)) throw new Error(JSON.stringify(sealed));
  let state = openCampaign(sealed, { mode, auto });
  const events: (CampaignEvent | { readonly do: 'run' })[] = [];
  const refused: Drawn['refused'][number][] = [];
  const states = [state];
  for (const draw of draws) {
    const event = eventOf(market, draw);
    if (event.do === 'run') {
      state = runRound(state).state;
      events.push(event);
    } else {
      const next = applyEvent(state, event);
      if (isRefusal(next)) {
        refused.push({ before: [...events], event });
        continue;
      }
      state = next;
      events.push(event);
    }
    states.push(state);
  }
  return { input: { ...market, mode, auto, events }, refused, states };
}

const answers = ['yes-definitive', 'yes-but', 'slide', 'no', 'yes-but', 'no'] as const;

/** The event of one draw; runs are the most frequent, then replies. */
export function eventOf(market: MarketInput, [kind, who, where, how, more]: Draw): CampaignEvent | { readonly do: 'run' } {
  const people = Object.keys(market.candidates);
  const places = Object.keys(market.programmes);
  const candidate = people[who % Math.max(1, people.length)] ?? 'nobody';
  const list = market.candidates[candidate] ?? [];
  const programme =
    (how % 7 === 0 ? places[where % Math.max(1, places.length)] : list[where % Math.max(1, list.length)]) ??
    places[0] ??
    'nowhere';
  const rotate = (ids: readonly Id[]) => [...ids.slice(more % (ids.length + 1)), ...ids.slice(0, more % (ids.length + 1))];
  const some = (ids: readonly Id[]) => rotate(ids).slice(0, how % (ids.length + 1));
  const wish = { candidate, programme };
  switch (kind % 24) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return { do: 'run' };
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
      return { do: 'reply', ...wish, answer: answers[how % 6] as 'no', ...(more % 5 === 0 ? { keep: some(list) } : {}) };
    case 11:
      return { do: 'expire', ...wish };
    case 12:
      return { do: 'withdraw', ...wish };
    case 13:
      return { do: 'leave', candidate };
    case 14:
    case 15:
      return { do: 'reinstate', ...wish };
    case 16:
      return { do: 'insert', ...wish, rank: 1 + (more % 4) };
    case 17:
      return { do: 'correct', programme, ranking: rotate(some(people)), marked: people.slice(0, more % 2) };
    case 18:
      return { do: 'supernumerary', ...wish };
    case 19:
      return how % 3 === 0 ? { do: 'close', programme } : { do: 'stop', programme };
    case 20:
    case 21:
      return { do: 'order', candidate, ranking: some(list), ...(more % 3 === 0 ? {} : { auto: more % 3 === 1 }) };
    case 22:
      return {
        do: 'set-target',
        programme,
        target: more % 5,
        ...(how % 2 === 0 ? { block: ['open', 'exam', 'astg3', 'reserved:walk'][more % 4] as string } : {}),
      };
    default:
      return { do: 'call-up-to', programme, rank: more % 5 };
  }
}
