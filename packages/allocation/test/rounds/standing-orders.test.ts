import { allocate } from '@guichet/allocation/batch/allocate';
import type { MarketInput } from '@guichet/allocation/market/market';
import { type CampaignState, holdingsOf, type RoundPolicy } from '@guichet/allocation/rounds/campaign-state';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { wishStates } from '@guichet/allocation/rounds/wish-life';
import { describe, expect, test } from '@jest/globals';
import { answer, sealed } from '../answers.ts';
import { a, after, market, played, run, start, statesOf } from './played.ts';

const order = (auto?: boolean) => ({ do: 'order', candidate: 'a', ranking: ['P'], ...(auto === undefined ? {} : { auto }) });

describe('standing orders (R8)', () => {
  const free = { do: 'reply', candidate: 'b', programme: 'P', answer: 'no' };

  test('by automatic reply the new offer replaces all others; ordered, the accepted one stays', () => {
    expect(played({}, run, { do: 'reply', ...a('Q'), answer: 'yes-but' }, order(true), free, run).holdings['a']).toEqual(['P']);
    expect(played({}, run, { do: 'reply', ...a('Q'), answer: 'yes-but' }, order(), free, run).holdings['a']).toEqual(['P', 'Q']);
    expect(played({}, run, order(false), free, run).holdings['a']).toEqual(['P', 'Q', 'R']);
  });

  test('a ranked campaign starts from the batch result, and only better wishes go on waiting', () => {
    const whole = sealed(market);
    const state = openCampaign(whole, { mode: 'ranked' }, allocate(whole));
    expect(whole.candidateIds.map((_, candidate) => holdingsOf(state, candidate))).toEqual([['Q'], ['P'], ['R']]);
    expect(statesOf(state)).toEqual(['waiting', 'offered', 'dropped-by-better']);
    expect(runRound(state).offers.size).toBe(0);
  });

  /** P, Q and R of one seat each; somebody before a at P and at Q, d behind them at Q. */
  const ordered = {
    candidates: { a: ['P', 'Q', 'R'], b: ['P'], c: ['Q'], d: ['Q'] },
    programmes: {
      P: { capacity: 1, ranking: ['b', 'a'] },
      Q: { capacity: 1, ranking: ['c', 'a', 'd'] },
      R: { capacity: 1, ranking: ['a'] },
    },
  };
  const whole = { do: 'order', candidate: 'a', ranking: ['P', 'Q', 'R'] };
  const frees = (candidate: string, programme: string) => ({ do: 'withdraw', candidate, programme });

  test('ordered without automatic reply, an unanswered offer below a better one goes to the next in the same run', () => {
    const { holdings, perRun } = played(
      ordered,
      whole,
      run,
      { do: 'reply', ...a('R'), answer: 'yes-but' },
      frees('c', 'Q'),
      run,
      frees('b', 'P'),
      run,
    );
    expect(perRun.map(({ offers }) => offers)).toEqual([{ P: ['b'], Q: ['c'], R: ['a'] }, { Q: ['a'] }, { P: ['a'], Q: ['d'] }]);
    expect(perRun.map(({ autoDropped }) => autoDropped)).toEqual([[], [], [['a', 'Q']]]);
    expect([holdings['a'], holdings['d']]).toEqual([['P', 'R'], ['Q']]);
  });

  test('ordered without automatic reply, a wish below a better offer waits no more', () => {
    const { holdings, perRun } = played(ordered, whole, frees('b', 'P'), run, frees('c', 'Q'), run);
    expect(perRun[0]?.autoDropped).toEqual([
      ['a', 'Q'],
      ['a', 'R'],
    ]);
    expect([holdings['a'], holdings['d']]).toEqual([['P'], ['Q']]);
  });

  test('ordered without automatic reply, a place accepted for good stays beside the offer of a wish that came back', () => {
    const accepted = { do: 'reply', ...a('R'), answer: 'yes-definitive' };
    const { holdings } = played(ordered, whole, run, accepted, { do: 'reinstate', ...a('Q') }, frees('c', 'Q'), run);
    expect(holdings['a']).toEqual(['Q', 'R']);
  });

  test('by automatic reply a wish outside the order comes back as its last, and never below an offer held', () => {
    const alone = { do: 'order', candidate: 'a', ranking: ['Q'], auto: true };
    const back = { do: 'reinstate', ...a('R') };
    expect(played(ordered, alone, back, run, frees('c', 'Q'), run).perRun.map(({ offers }) => offers['R'] ?? [])).toEqual([
      ['a'],
      [],
    ]);
    expect(played(ordered, alone, back, run, frees('c', 'Q'), run).holdings['a']).toEqual(['Q']);
    const { refused } = answer({ kind: 'rounds', mode: 'open', ...ordered, events: [alone, frees('c', 'Q'), run, back] });
    expect(refused?.map(({ path, message }) => [path, message.includes('"Q"')])).toEqual([['/events/3', true]]);
  });

  test('in mode ranked a wish comes back although a better one waits, since waiting is no offer', () => {
    const { perRun } = played({ ...ordered, mode: 'ranked' }, frees('a', 'Q'), { do: 'reinstate', ...a('Q') }, run);
    expect(perRun[0]?.waitingRank['Q']).toEqual({ a: 1, d: 2 });
  });

  test('reinstating somebody who waits marks nothing: the published last rank called counts them', () => {
    const state = after(start({}), { do: 'reinstate', ...a('P') }, { do: 'set-target', programme: 'P', target: 2 }, run);
    expect([state.lastCalled[0], state.publishedLastCalled[0]]).toEqual([2, 2]);
  });

  test('a supernumerary offer ends the offers and the lower wishes of a candidate on automatic reply, the better ones wait', () => {
    const auto = { ...ordered, auto: ['a'] };
    const { holdings, perRun } = played(auto, { do: 'supernumerary', ...a('Q') }, run, frees('b', 'P'), run);
    expect(perRun[0]?.waitingRank['P']).toEqual({ a: 1 });
    expect(perRun[0]?.offers['R']).toBeUndefined();
    expect(holdings['a']).toEqual(['P']);
  });
});

describe('a campaign that starts from a batch result', () => {
  /** The second programme is full, and somebody waits there. */
  const full: MarketInput = {
    candidates: { a: ['P'], b: ['Q', 'P'], c: ['Q', 'P'] },
    programmes: { P: { capacity: 1, ranking: ['a', 'b'] }, Q: { capacity: 1, ranking: ['b', 'c'] } },
  };
  const from = (policy: Partial<RoundPolicy>) => {
    const contested = sealed(full);
    return openCampaign(contested, { mode: 'open', ...policy }, allocate(contested));
  };
  const named = (state: CampaignState) => Array.from(state.states, (number) => wishStates[number]);

  test('a seat of any programme that batch filled is no vacancy', () => {
    expect(runRound(from({})).offers.size).toBe(0);
    expect(runRound(from({ mode: 'ranked' })).offers.size).toBe(0);
  });

  test('in mode open the offer waits for a reply and lower wishes go on waiting; by automatic reply it is held and they end', () => {
    expect(named(from({}))).toEqual(['offered', 'offered', 'waiting', 'waiting', 'not-ranked']);
    expect(named(from({ auto: ['a', 'b'] }))).toEqual(['held', 'held', 'dropped-by-better', 'waiting', 'not-ranked']);
    expect(named(from({ mode: 'ranked', auto: ['a'] }))).toEqual([
      'offered',
      'offered',
      'dropped-by-better',
      'waiting',
      'not-ranked',
    ]);
  });
});
