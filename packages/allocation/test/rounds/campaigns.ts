import type { Id, MarketInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import type { CampaignEvent } from '@guichet/allocation/rounds/campaign-event';
import type { CampaignState } from '@guichet/allocation/rounds/campaign-state';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import type { RoundsInput } from '@guichet/allocation/rounds/play-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import * as fc from 'fast-check';
import { type MarketSize, markets } from '../markets.ts';

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
  const number = fc.noBias(fc.nat(9973)); // a biased one draws little else than runs
  return markets(size).chain((market) =>
    fc.record({
      market: fc.constant(market),
      mode: fc.constantFrom('open' as const, 'ranked' as const),
      auto: fc.subarray(Object.keys(market.candidates)),
      draws: fc.array(fc.tuple(number, number, number, number, number), { minLength: size.events >> 1, maxLength: size.events }),
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

type Happens = CampaignEvent | { readonly do: 'run' };

/** Kinds of events as often as they are drawn: runs most, then replies. */
const kinds: readonly Happens['do'][] = [
  ...(['run', 'run', 'run', 'run', 'run', 'run', 'reply', 'reply', 'reply', 'reply', 'reply', 'expire'] as const),
  ...(['withdraw', 'leave', 'reinstate', 'reinstate', 'insert', 'correct', 'supernumerary', 'close', 'stop'] as const),
  ...(['order', 'order', 'set-target', 'call-up-to'] as const),
];

/** The event of one draw. */
export function eventOf(market: MarketInput, [kind, who, where, how, more]: Draw): Happens {
  const people = Object.keys(market.candidates);
  const places = Object.keys(market.programmes);
  const candidate = people[who % Math.max(1, people.length)] ?? 'nobody';
  const list = market.candidates[candidate] ?? [];
  const anywhere = how % 7 === 0 ? places[where % Math.max(1, places.length)] : list[where % Math.max(1, list.length)];
  const programme = anywhere ?? places[0] ?? 'nowhere';
  const rotate = (ids: readonly Id[]) => [...ids.slice(more % (ids.length + 1)), ...ids.slice(0, more % (ids.length + 1))];
  const some = (ids: readonly Id[]) => rotate(ids).slice(0, how % (ids.length + 1));
  const pool = how % 4 === 0 ? { pool: 'exam' } : {};
  const block = how % 2 === 0 ? { block: ['open', 'exam', 'astg3', 'reserved:walk'][more % 4] as string } : {};
  const name = kinds[kind % kinds.length] as Happens['do'];
  const details: Partial<Record<Happens['do'], object>> = {
    reply: { answer: answers[how % 6], ...(more % 5 === 0 ? { keep: some(list) } : {}) },
    insert: { rank: 1 + (more % 4), ...pool },
    correct: { ranking: rotate(some(people)), marked: people.slice(0, more % 2), ...pool },
    order: { ranking: some(list), ...(more % 3 === 0 ? {} : { auto: more % 3 === 1 }) },
    'set-target': { target: more % 5, ...block },
    'call-up-to': { rank: more % 5 },
  };
  return (name === 'run' ? { do: name } : { do: name, candidate, programme, ...details[name] }) as Happens;
}
