import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import type { Id } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';
import { a, played, run } from './played.ts';

const everywhere = {
  candidates: { a: ['P', 'Q', 'R'], b: ['P'], c: ['Q'] },
  programmes: {
    P: { capacity: 1, ranking: ['b', 'a'] },
    Q: { capacity: 1, ranking: ['a', 'c'] },
    R: { capacity: 1, ranking: ['a'] },
  },
};
const order = (ranking: readonly Id[], auto = true) => ({ do: 'order', candidate: 'a', ranking, auto });
const back = (programme: Id) => ({ do: 'reinstate', ...a(programme) });
const frees = (candidate: Id, programme: Id) => ({ do: 'withdraw', candidate, programme });
/** Reasons of the engine; the checker must find the same event wanting. */
function refused(more: object, ...events: readonly object[]): readonly string[] {
  const document = { kind: 'rounds', mode: 'open', ...everywhere, ...more, events };
  const reasons = (answer(document).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);
  expect(inputFaults(document)).toEqual(reasons.map((reason) => `event ${reason.split('/')[2]} cannot apply`));
  return reasons;
}
const correct = (programme: Id, ranking: readonly Id[], more: object = {}) => ({ do: 'correct', programme, ranking, ...more });

describe('where one offer is kept, the order decides (R8, R10)', () => {
  test('wishes outside the order come back as its last, in the order they come back', () => {
    const outcome = (...programmes: readonly Id[]) => played(everywhere, order([]), ...programmes.map(back), run);
    expect(outcome('R', 'Q').holdings['a']).toEqual(['R']);
    expect(outcome('Q', 'R').holdings['a']).toEqual(['Q']);
    expect(outcome('R', 'Q').perRun[0]?.autoDropped).toEqual([['a', 'Q']]);
    const three = played(everywhere, order(['R']), back('Q'), back('P'), frees('b', 'P'), frees('a', 'R'), run);
    expect(three.holdings['a']).toEqual(['Q']);
  });

  test('a supernumerary offer outside the order is its last, and a wish that comes back stands behind it', () => {
    const events = [order([]), { do: 'supernumerary', ...a('R') }];
    expect(played(everywhere, ...events, run).holdings['a']).toEqual(['R']);
    expect(refused({}, ...events, back('Q'))).toEqual(['event-cannot-apply /events/2']);
    expect(refused({}, order(['P']), { do: 'supernumerary', ...a('R') }, back('Q'))).toEqual(['event-cannot-apply /events/2']);
  });

  test('a wish ranked anew outside the order becomes its last', () => {
    const late = { ...everywhere, programmes: { ...everywhere.programmes, Q: { capacity: 1, ranking: ['c'] } } };
    const ranked = correct('Q', ['a', 'c']);
    const inserted = { do: 'insert', ...a('Q'), rank: 1 };
    for (const anew of [ranked, inserted]) {
      const { holdings } = played(late, order([]), anew, back('R'), run);
      expect(holdings['a']).toEqual(['Q']);
    }
  });

  test('ordered without automatic reply, a wish outside the order keeps its place outside and drops nothing', () => {
    const { holdings } = played(everywhere, order([], false), back('R'), back('Q'), run);
    expect(holdings['a']).toEqual(['Q', 'R']);
  });

  test('an offer outside the order stands above a wish outside the order', () => {
    const accepted = { do: 'reply', ...a('Q'), answer: 'yes-but' };
    expect(refused({}, run, accepted, order([]), back('R'))).toEqual(['event-cannot-apply /events/3']);
  });

  test('a wish above the offer held comes back, one below it does not', () => {
    for (const more of [{ mode: 'ranked' }, { auto: ['a'] }]) {
      const above = played({ ...everywhere, ...more }, frees('a', 'P'), run, back('P'), frees('b', 'P'), run);
      expect([above.perRun[0]?.offers['Q'], above.holdings['a']]).toEqual([['a'], ['P']]);
      expect(refused(more, run, back('R'))).toEqual(['event-cannot-apply /events/1']);
    }
  });

  test('a wish never ranked that is placed below an offer ends with it, and is ranked too late', () => {
    const late = { ...everywhere, programmes: { ...everywhere.programmes, R: { capacity: 1, ranking: [] } } };
    for (const more of [{ mode: 'ranked' }, { auto: ['a'] }]) {
      const { holdings, perRun } = played({ ...late, ...more }, run, frees('a', 'Q'), correct('R', ['a']), run);
      expect([perRun[0]?.autoDropped, holdings['a']]).toEqual([[], []]);
      const beyond = { do: 'supernumerary', ...a('Q') };
      expect(played({ ...late, ...more }, beyond, frees('a', 'Q'), correct('R', ['a']), run).holdings['a']).toEqual([]);
    }
    expect(played(late, run, frees('a', 'Q'), correct('R', ['a']), run).holdings['a']).toEqual(['R']);
  });

  test('a wish ranked below an offer held stays lost, and is reinstated once the offer is gone', () => {
    const late = { ...everywhere, programmes: { ...everywhere.programmes, R: { capacity: 1, ranking: [] } } };
    const held = [run, { do: 'reply', ...a('Q'), answer: 'yes-but' }, order(['P']), correct('R', ['a'])];
    expect(played(late, ...held, frees('a', 'Q'), run).holdings['a']).toEqual([]);
    expect(played(late, ...held, frees('a', 'Q'), back('R'), run).holdings['a']).toEqual(['R']);
  });
});

describe('an offer unanswered and an offer accepted', () => {
  const expire = (programme: Id) => ({ do: 'expire', ...a(programme) });

  test('R7 by automatic reply an offer is accepted at once and does not expire, in mode ranked it waits for a reply', () => {
    expect(refused({ auto: ['a'] }, run, expire('Q'))).toEqual(['event-cannot-apply /events/1']);
    expect(refused({ auto: ['a'] }, { do: 'supernumerary', ...a('Q') }, expire('Q'))).toEqual(['event-cannot-apply /events/1']);
    for (const more of [{ mode: 'ranked' }, { mode: 'ranked', auto: ['a'] }, {}]) {
      const { holdings, perRun } = played({ ...everywhere, ...more }, run, expire('Q'), run);
      expect([holdings['a']?.includes('Q'), perRun[1]?.offers['Q']]).toEqual([false, ['c']]);
      const beyond = [{ do: 'supernumerary', ...a('Q') }, expire('Q'), run];
      expect(played({ ...everywhere, ...more }, ...beyond).perRun[0]?.offers['Q']).toEqual(['c']);
    }
  });

  test('R10 in mode open a supernumerary offer ends nothing of somebody who answers themselves', () => {
    const { holdings } = played(everywhere, { do: 'supernumerary', ...a('P') }, run);
    expect(holdings['a']).toEqual(['P', 'Q', 'R']);
    const after = played(everywhere, run, { do: 'supernumerary', ...a('P') }, run);
    expect(after.holdings['a']).toEqual(['P', 'Q', 'R']);
  });

  test('R10 a supernumerary offer outside the order ends every wish outside of it, ranked or not', () => {
    const late = { ...everywhere, mode: 'ranked', programmes: { ...everywhere.programmes, R: { capacity: 1, ranking: [] } } };
    const beyond = [order([]), { do: 'supernumerary', ...a('Q') }, frees('a', 'Q')];
    expect(played(late, ...beyond, correct('R', ['a']), run).holdings['a']).toEqual([]);
    expect(played(late, order([]), correct('R', ['a']), run).holdings['a']).toEqual(['R']);
  });

  test('R12 a wish withdrawn before it was ranked is over', () => {
    const late = { ...everywhere, programmes: { ...everywhere.programmes, R: { capacity: 1, ranking: [] } } };
    expect(played(late, frees('a', 'R'), correct('R', ['a']), run).holdings['a']).toEqual(['Q']);
    expect(played(late, { do: 'leave', candidate: 'a' }, correct('R', ['a']), run).holdings['a']).toEqual([]);
  });
});
