import { allocate } from '@guichet/allocation/batch/allocate';
import type { MarketInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import { type CampaignState, copyOf } from '@guichet/allocation/rounds/campaign-state';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import { playCampaign } from '@guichet/allocation/rounds/play-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { wishStates } from '@guichet/allocation/rounds/wish-life';
import { describe, expect, test } from '@jest/globals';
import { sealed } from '../answers.ts';
import { a, after, market, played, run, start, statesOf } from './played.ts';

const frees = (candidate: string, programme = 'P') => ({ do: 'withdraw', candidate, programme });
const target = (seats: number, block?: string) => ({
  do: 'set-target',
  programme: 'P',
  target: seats,
  ...(block ? { block } : {}),
});
const four = { a: ['P'], b: ['P'], c: ['P'], d: ['P'] };

describe('seats of a programme in a run (R5, R11)', () => {
  test('R11 a target for the whole programme leaves the reserves theirs and gives the rest to the open seats', () => {
    const reserved = {
      candidates: four,
      groups: { g: ['d'] },
      programmes: {
        P: { capacity: 3, ranking: ['a', 'b', 'c', 'd'], reserved: [{ group: 'g', seats: 1, unfilled: 'empty' }] },
      },
    };
    const called = (...events: readonly object[]) => played(reserved, ...events, run).perRun[0]?.offers['P'] ?? [];
    expect(called()).toEqual(['a', 'b', 'd']);
    expect(called(target(4))).toEqual(['a', 'b', 'c', 'd']);
    expect(called(target(2))).toEqual(['a', 'd']);
    expect(called(target(0))).toEqual(['d']);
    expect(called(target(1), target(3, 'open'))).toEqual(['a', 'b', 'c', 'd']);
    expect(called(target(0, 'reserved:g'), target(3))).toEqual(['a', 'b', 'c']);
  });

  test('R5 a seat freed within the run goes to the best who waits, although a block call had gone past them', () => {
    const chain = (callUpTo: number) => ({
      candidates: { ...four, a: ['Q', 'P'] },
      programmes: { P: { capacity: 1, ranking: ['a', 'b', 'c', 'd'], callUpTo }, Q: { capacity: 1, ranking: ['a'] } },
      auto: ['a'],
    });
    for (const reach of [0, 1]) expect(played(chain(reach), run).perRun[0]?.offers).toEqual({ P: ['b'], Q: ['a'] });
    expect(played(chain(2), run).perRun[0]?.offers).toEqual({ P: ['b'], Q: ['a'] });
    expect(played(chain(3), run, frees('b'), frees('c'), run).perRun.map(({ offers }) => offers['P'])).toEqual([
      ['b', 'c'],
      ['d'],
    ]);
  });

  test('R5 a block call in a pool counts the ranks of that pool, and goes no further', () => {
    const pools = {
      candidates: four,
      programmes: {
        P: { capacity: 1, ranking: ['d'], pools: [{ name: 'exam', seats: 1, ranking: ['a', 'b', 'c'] }] },
      },
    };
    const reach = (rank: number) => played(pools, { do: 'call-up-to', programme: 'P', rank }, run).perRun[0]?.offers['P'];
    expect([0, 1, 2, 3].map(reach)).toEqual([['a'], ['a'], ['a', 'b'], ['a', 'b', 'c']]);
  });

  test('R11 a late candidate enters the second pool at the rank that pool gives', () => {
    const pools = {
      candidates: four,
      programmes: {
        P: {
          capacity: 2,
          ranking: [],
          pools: [
            { name: 'exam', seats: 0, ranking: ['a'] },
            { name: 'astg3', seats: 2, ranking: ['b', 'c', 'a'] },
          ],
        },
      },
    };
    const late = { do: 'insert', candidate: 'd', programme: 'P', pool: 'astg3', rank: 2 };
    expect(played(pools, late, run).perRun[0]?.offers['P']).toEqual(['b', 'd']);
    const inherited = { ...pools, programmes: { P: { capacity: 1, ranking: ['a', 'b'], pools: [{ name: 'exam', seats: 1 }] } } };
    const first = { do: 'insert', candidate: 'd', programme: 'P', pool: 'exam', rank: 1 };
    expect(played(inherited, first, run).perRun[0]?.offers['P']).toEqual(['d']);
  });

  test('R10 a wish left out of a corrected ranking is not ranked any more, a marked one is called but not published', () => {
    const corrected = after(start({}), { do: 'correct', programme: 'P', ranking: ['b', 'c'] });
    expect(statesOf(corrected)).toEqual(['not-ranked', 'waiting', 'waiting']);
    expect(statesOf(after(corrected, { do: 'correct', programme: 'P', ranking: ['a'] }))).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    const marks = (marked: readonly string[]) => {
      const state = after(
        start({}),
        { do: 'correct', programme: 'P', ranking: ['c', 'b', 'a'], marked },
        { do: 'set-target', programme: 'P', target: 2 },
        run,
      );
      return [state.lastCalled[0], state.publishedLastCalled[0]];
    };
    expect([marks([]), marks(['b']), marks(['c']), marks(['b', 'c'])]).toEqual([
      [2, 2],
      [2, 1],
      [2, 2],
      [2, 0],
    ]);
  });

  test('R9 the published last rank called never goes back', () => {
    const state = after(
      start({}),
      { do: 'set-target', programme: 'P', target: 2 },
      run,
      { do: 'correct', programme: 'P', ranking: ['c', 'b', 'a'] },
      { do: 'set-target', programme: 'P', target: 3 },
      run,
    );
    expect([state.lastCalled[0], state.publishedLastCalled[0]]).toEqual([2, 2]);
  });

  test('R10 a dirty campaign may rank strangers anew, who keep their place and are called by nobody', () => {
    const candidates = { ...four, c: ['X', 'P', 'Y'] };
    const dirty = { dirty: true, candidates, programmes: { P: { capacity: 1, ranking: ['x', 'b'] } } };
    const anew = { do: 'correct', programme: 'P', ranking: ['y', 'z', 'c', 'b'] };
    expect(played(dirty, anew, run).perRun[0]).toMatchObject({ offers: { P: ['c'] }, lastCalled: { P: 3 } });
  });
});

describe('a state is a value', () => {
  const print = (state: CampaignState) => {
    const { market: _, policy: __, ...parts } = state;
    return JSON.stringify(parts, (___, value: unknown) =>
      value instanceof Map ? [...value] : ArrayBuffer.isView(value) ? Array.from(value as Uint32Array) : value,
    );
  };

  test('a copy is the same, and no event and no run is seen in the state it came from', () => {
    const before = after(start({}), { do: 'call-up-to', programme: 'P', rank: 2 }, { do: 'withdraw', ...a('R') });
    const seen = print(before);
    expect(print(copyOf(before))).toBe(seen);
    const events = [
      { do: 'order', candidate: 'a', ranking: ['Q'], auto: true },
      { do: 'stop', programme: 'Q' },
      { do: 'set-target', programme: 'P', target: 3 },
      { do: 'call-up-to', programme: 'P', rank: 3 },
      { do: 'correct', programme: 'P', ranking: ['c', 'a'], marked: ['a'] },
      { do: 'reinstate', ...a('R') },
      { do: 'supernumerary', candidate: 'c', programme: 'P' },
      run,
    ] as const;
    for (const event of events) {
      expect(print(after(before, event))).not.toBe(seen);
      expect(print(before)).toBe(seen);
    }
    const reserved = {
      ...market,
      groups: { g: ['a'] },
      programmes: {
        ...market.programmes,
        P: { capacity: 1, ranking: ['a'], reserved: [{ group: 'g', seats: 1, order: 'after-open' as const }] },
      },
    };
    const unrun = openCampaign(sealed(reserved), { mode: 'open' });
    const untouched = print(unrun);
    expect([after(unrun, run).offeredIn[0], print(unrun)]).toEqual([1, untouched]);
    const called = runRound(after(start({}), { do: 'call-up-to', programme: 'P', rank: 2 })).offers;
    expect(called.get('P')).toEqual(['b', 'a']);
  });

  test('an event refused leaves the campaign as it was', () => {
    const before = after(start({}), run);
    expect(isRefusal(applyEvent(before, { do: 'correct', programme: 'P', ranking: ['c'], pool: 'x' }))).toBe(true);
    expect(isRefusal(applyEvent(before, { do: 'order', candidate: 'a', ranking: ['P', 'P'] }))).toBe(true);
    expect(statesOf(before)).toEqual(['waiting', 'offered', 'offered']);
  });

  test('what is no object is no campaign', () => {
    for (const none of [null, 3, []]) expect(isRefusal(playCampaign(none as never))).toBe(true);
  });
});

test('in mode ranked a campaign begun from the batch result ends the lower wishes, ranked or not, and keeps the higher', () => {
  const contested: MarketInput = {
    ...market,
    programmes: { ...market.programmes, R: { capacity: 1, ranking: ['c'], school: 'S' } },
  };
  const begun = sealed(contested);
  const state = openCampaign(begun, { mode: 'ranked' }, allocate(begun));
  expect(Array.from(state.states, (number) => wishStates[number])).toEqual([
    'waiting',
    'offered',
    'dropped-by-better',
    'offered',
    'dropped-by-better',
    'offered',
    'dropped-by-better',
  ]);
});
