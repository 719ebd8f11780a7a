import { isRefusal, type Refusal } from '@guichet/allocation/market/objections';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import { wishLife, wishStates } from '@guichet/allocation/rounds/wish-life';
import { describe, expect, test } from '@jest/globals';
import { a, after, market, played, run, start, statesOf } from './played.ts';

describe('replies (R6)', () => {
  test('a definitive yes gives back every other offer and drops every waiting wish', () => {
    const { holdings, perRun } = played({}, run, { do: 'reply', ...a('Q'), answer: 'yes-definitive' }, run);
    expect(holdings).toEqual({ a: ['Q'], b: ['P'], c: ['R'] });
    expect(perRun[1]?.offers).toEqual({ R: ['c'] });
  });

  test('yes but keeps waiting wishes: all in mode open, the better ones in mode ranked', () => {
    expect(played({}, run, { do: 'reply', ...a('R'), answer: 'yes-but' }, run).perRun[1]?.waitingRank['P']).toEqual({
      a: 1,
      c: 2,
    });
    expect(
      played({ mode: 'ranked' }, run, { do: 'reply', ...a('Q'), answer: 'yes-but' }, run).perRun[1]?.waitingRank['R'],
    ).toEqual({});
  });

  test('slide keeps those of the same school, keep those it names', () => {
    const free = { do: 'reply', candidate: 'b', programme: 'P', answer: 'no' };
    expect(played({}, run, { do: 'reply', ...a('R'), answer: 'slide' }, free, run).holdings['a']).toEqual(['P', 'R']);
    expect(played({}, run, { do: 'reply', ...a('Q'), answer: 'slide' }, free, run).holdings['a']).toEqual(['Q']);
    expect(played({}, run, { do: 'reply', ...a('R'), answer: 'yes-but', keep: [] }, free, run).holdings['a']).toEqual(['R']);
    expect(played({}, run, { do: 'reply', ...a('R'), answer: 'yes-but', keep: ['P'] }, free, run).holdings['a']).toEqual([
      'P',
      'R',
    ]);
  });

  test('campaign policies refuse going back, waiting on a first choice, and waiting in the last round', () => {
    const held = after(start({ forwardOnly: true }), run, { do: 'reply', ...a('Q'), answer: 'slide' });
    expect(isRefusal(applyEvent(held, { do: 'reply', ...a('Q'), answer: 'yes-but' }))).toBe(true);
    expect(isRefusal(applyEvent(held, { do: 'reply', ...a('Q'), answer: 'slide' }))).toBe(false);
    expect(isRefusal(applyEvent(held, { do: 'reply', ...a('Q'), answer: 'yes-definitive' }))).toBe(false);
    expect(
      isRefusal(
        applyEvent(after(start({}), run, { do: 'reply', ...a('Q'), answer: 'slide' }), {
          do: 'reply',
          ...a('Q'),
          answer: 'yes-but',
        }),
      ),
    ).toBe(false);
    const first = after(start({ firstChoiceIsDefinitive: true }), run);
    expect(isRefusal(applyEvent(first, { do: 'reply', candidate: 'b', programme: 'P', answer: 'yes-but' }))).toBe(true);
    expect(isRefusal(applyEvent(first, { do: 'reply', ...a('Q'), answer: 'yes-but' }))).toBe(false);
    const last = applyEvent(after(start({ lastRound: true }), run), { do: 'reply', ...a('Q'), answer: 'slide' }) as Refusal;
    expect(last.refused.map(({ path }) => path)).toEqual(['/answer']);
  });
});

describe('expiry (R7)', () => {
  const expired = { do: 'expire', ...a('Q') } as const;

  test('the wish is lost, by policy the lower ones or the whole procedure, never an accepted place', () => {
    expect(statesOf(after(start({}), run, expired))).toEqual(['waiting', 'expired', 'offered']);
    expect(statesOf(after(start({ expiry: 'wish' }), run, expired))).toEqual(['waiting', 'expired', 'offered']);
    expect(statesOf(after(start({ expiry: 'wish-and-lower' }), run, expired))).toEqual(['waiting', 'expired', 'withdrawn']);
    expect(statesOf(after(start({ expiry: 'procedure' }), run, expired))).toEqual(['withdrawn', 'expired', 'withdrawn']);
    const accepted = after(start({ expiry: 'procedure' }), run, { do: 'expire', ...a('Q') }, { do: 'reinstate', ...a('Q') }, run);
    expect(statesOf(accepted)).toEqual(['withdrawn', 'offered', 'withdrawn']);
    const kept = after(
      start({ expiry: 'procedure' }),
      run,
      { do: 'reply', ...a('R'), answer: 'yes-but' },
      { do: 'reinstate', ...a('Q') },
      run,
      { do: 'expire', ...a('Q') },
    );
    expect(statesOf(kept)).toEqual(['withdrawn', 'expired', 'held']);
  });
});

describe('late seats, late people, corrections (R10, R11)', () => {
  test('a supernumerary offer uses no vacancy and frees none', () => {
    const { holdings } = played(
      {},
      { do: 'supernumerary', candidate: 'c', programme: 'P' },
      run,
      { do: 'reply', candidate: 'c', programme: 'P', answer: 'no' },
      run,
    );
    expect(holdings).toEqual({ a: ['Q', 'R'], b: ['P'], c: [] });
  });

  test('in mode ranked a supernumerary offer takes the place of a lower one at once', () => {
    expect(played({ mode: 'ranked' }, run, { do: 'supernumerary', ...a('P') }, run).holdings).toEqual({
      a: ['P'],
      b: ['P'],
      c: ['R'],
    });
  });

  test('a late candidate enters at the rank of the jury and loses nobody an offer', () => {
    const programmes = { ...market.programmes, R: { capacity: 1, ranking: ['a'] } };
    const { perRun, holdings } = played({ programmes }, run, { do: 'insert', candidate: 'c', programme: 'R', rank: 1 }, run);
    expect([perRun[1]?.waitingRank['R'], holdings['a']]).toEqual([{ c: 1 }, ['Q', 'R']]);
  });

  test('a corrected ranking keeps the offers made and ranks those who wait anew', () => {
    const { perRun } = played(
      {},
      run,
      { do: 'correct', programme: 'P', ranking: ['c', 'a'], marked: ['c'] },
      run,
      { do: 'withdraw', candidate: 'b', programme: 'P' },
      run,
    );
    expect(perRun[1]?.waitingRank['P']).toEqual({ c: 1, a: 1 });
    expect(perRun[2]?.offers['P']).toEqual(['c']);
  });

  test('the published last rank called leaves out reinstated and marked cases', () => {
    const state = after(
      start({}),
      { do: 'withdraw', candidate: 'b', programme: 'P' },
      { do: 'withdraw', ...a('P') },
      run,
      { do: 'reinstate', ...a('P') },
      { do: 'withdraw', candidate: 'c', programme: 'P' },
      run,
    );
    expect([state.lastCalled[0], state.publishedLastCalled[0]]).toEqual([3, 3]);
    const other = after(
      start({}),
      { do: 'withdraw', ...a('P') },
      { do: 'reinstate', ...a('P') },
      run,
      { do: 'set-target', programme: 'P', target: 2 },
      run,
    );
    expect([other.lastCalled[0], other.publishedLastCalled[0]]).toEqual([2, 1]);
  });

  test('targets of blocks: the open one unless named', () => {
    const programmes = {
      P: { capacity: 2, ranking: ['a', 'b', 'c'], reserved: [{ group: 'g', seats: 1 }] },
      Q: market.programmes['Q'],
      R: market.programmes['R'],
    };
    const groups = { g: ['c'] };
    expect(played({ programmes, groups }, run).perRun[0]?.offers['P']).toEqual(['a', 'c']);
    expect(played({ programmes, groups }, { do: 'set-target', programme: 'P', target: 1 }, run).perRun[0]?.offers['P']).toEqual([
      'c',
    ]);
    expect(
      played({ programmes, groups }, { do: 'set-target', programme: 'P', target: 0, block: 'reserved:g' }, run).perRun[0]?.offers[
        'P'
      ],
    ).toEqual(['a']);
  });
});

test('the life of a wish is one table: nothing happens to a wish that is over but its reinstatement or a supernumerary offer', () => {
  for (const state of wishStates.slice(5)) expect(wishLife[state]).toEqual({ reinstate: 'waiting', offer: 'offered' });
});
