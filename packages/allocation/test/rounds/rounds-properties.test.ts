import { checkDocument } from '@guichet/allocation/audit/check-document';
import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import type { Id } from '@guichet/allocation/market/market';
import { holdingsOf } from '@guichet/allocation/rounds/campaign-state';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { isLive, WAITING } from '@guichet/allocation/rounds/wish-life';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed } from '../answers.ts';
import { stableMatchings } from '../batch/brute-force.ts';
import { markets, runs } from '../markets.ts';
import { campaigns, drawn } from './campaigns.ts';

const plain = campaigns({ candidates: 6, programmes: 4, events: 30 });
const rich = campaigns({ candidates: 6, programmes: 4, events: 30, blocks: true, rates: true });

describe('rounds', () => {
  test('P1 P8 P9 P10 after every event of random campaigns, the checker replays the log and agrees with every run', () => {
    fc.assert(
      fc.property(rich, (campaign) => {
        const { input } = drawn(campaign);
        const document = { kind: 'rounds', ...input };
        expect(checkDocument(document, answer(document))).toEqual({ violations: [], refusedInput: [] });
      }),
      runs(1500),
    );
  });

  test('an event that cannot apply is refused by engine and checker alike, at its place in the log', () => {
    fc.assert(
      fc.property(rich, (campaign) => {
        const { input, refused } = drawn(campaign);
        for (const { before, event } of refused.slice(0, 6)) {
          const document = { kind: 'rounds', ...input, events: [...before, event] };
          expect(inputFaults(document)).toEqual([`event ${before.length} cannot apply`]);
          expect(answer(document).refused?.every(({ path }) => path.startsWith(`/events/${before.length}`))).toBe(true);
        }
      }),
      runs(400),
    );
  });

  test('P8 displayed ranks never get worse from one run to the next', () => {
    fc.assert(
      fc.property(plain, (campaign) => {
        const { perRun } = answer({ kind: 'rounds', ...drawn(campaign).input });
        for (const [index, { waitingRank }] of perRun.entries())
          for (const [programme, ranks] of Object.entries(waitingRank))
            for (const [id, rank] of Object.entries(ranks)) {
              const before = perRun[index - 1]?.waitingRank[programme];
              if (before && Object.hasOwn(before, id)) expect(rank).toBeLessThanOrEqual(before[id] as number);
            }
      }),
      runs(500),
    );
  });

  test('P8 a run takes back no offer but from those whose standing orders found better', () => {
    fc.assert(
      fc.property(plain, (campaign) => {
        for (const state of drawn(campaign).states) {
          const outcome = runRound(state);
          const dropped = new Set(outcome.autoDropped.map(String));
          for (const [candidate, id] of state.market.candidateIds.entries()) {
            const after = holdingsOf(outcome.state, candidate);
            for (const programme of holdingsOf(state, candidate))
              expect(after.includes(programme) || dropped.has(String([id, programme]))).toBe(true);
          }
        }
      }),
      runs(300),
    );
  });

  test('P1 P9 P10 after a run nobody waits before a free seat, no new offer passes anyone who waits, no target is exceeded', () => {
    fc.assert(
      fc.property(plain, (campaign) => {
        for (const before of drawn(campaign).states) {
          const { state, offers } = runRound(before);
          for (const [programme, { order }] of state.calls.entries()) {
            const list = Array.from(order).filter((wish) => wish !== 0xffffffff);
            const holders = list
              .concat([...(state.choicesOf[programme] ?? [])].filter((wish) => !list.includes(wish)))
              .filter((wish) => isLive(state.states[wish] as number) && ((state.flags[wish] as number) & 2) === 0).length;
            const target = (state.targets[programme] as readonly number[])[0] as number;
            const waiting = list.filter((wish) => state.states[wish] === WAITING);
            if (state.stopped[programme] === 0) expect(holders >= target || waiting.length === 0).toBe(true);
            const called = offers.get(state.market.programmeIds[programme] as Id) ?? [];
            const ranks = called
              .map((id) => list.find((wish) => state.market.candidateIds[state.owner[wish] as number] === id))
              .map((wish) => state.callRank[wish as number] as number);
            for (const wish of waiting) for (const rank of ranks) expect(rank).toBeLessThan(state.callRank[wish] as number);
            const reach = state.callUpTo[programme] as number;
            if (reach === 0 && called.length > 0) expect(holders).toBeLessThanOrEqual(target);
          }
        }
      }),
      runs(300),
    );
  });

  test('P11 with everybody on automatic reply one run is programme-proposing deferred acceptance, always', () => {
    fc.assert(
      fc.property(markets({ candidates: 8, programmes: 5, rates: true }), fc.constantFrom('open', 'ranked'), (market, mode) => {
        const document = {
          kind: 'rounds',
          mode,
          ...market,
          auto: Object.keys(market.candidates),
          events: [{ do: 'run' }, { do: 'run' }],
        };
        const { holdings, perRun } = answer(document);
        const alone = Object.fromEntries(Object.entries(holdings).map(([id, places]) => [id, places[0] ?? null]));
        expect(alone).toEqual(placed(market, 'programmes'));
        expect(perRun[1]?.offers).toEqual({});
      }),
      runs(3000),
    );
  });

  test('P11 that equals the batch answer if and only if the market has one stable matching', () => {
    fc.assert(
      fc.property(markets({ candidates: 5, programmes: 4 }), (market) => {
        const { holdings } = answer({
          kind: 'rounds',
          mode: 'open',
          ...market,
          auto: Object.keys(market.candidates),
          events: [{ do: 'run' }],
        });
        const alone = Object.fromEntries(Object.entries(holdings).map(([id, places]) => [id, places[0] ?? null]));
        const equal =
          JSON.stringify(Object.entries(alone).toSorted()) === JSON.stringify(Object.entries(placed(market)).toSorted());
        expect(equal).toBe(stableMatchings(market).length === 1);
      }),
      runs(1000),
    );
  });

  test('the old state is untouched by a run or an event', () => {
    fc.assert(
      fc.property(plain, (campaign) => {
        const { states } = drawn(campaign);
        const prints = states.map((state) => JSON.stringify([...state.states, ...state.place]));
        for (const state of states) runRound(state);
        expect(states.map((state) => JSON.stringify([...state.states, ...state.place]))).toEqual(prints);
      }),
      runs(100),
    );
  });
});
