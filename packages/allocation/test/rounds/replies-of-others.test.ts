import type { Id } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import type { RoundPolicy } from '@guichet/allocation/rounds/campaign-state';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';
import { a, after, market, played, run, start, statesOf } from './played.ts';

/** P and R are of one school; a is ranked first at Q, behind b at P, and not yet at R. */
const late = { programmes: { ...market.programmes, R: { capacity: 1, ranking: ['c'], school: 'S' } } };
const says = (programme: Id, reply: string, more: object = {}) => ({ do: 'reply', ...a(programme), answer: reply, ...more });
const ranksA = { do: 'correct', programme: 'R', ranking: ['a', 'c'] };
const leaves = (candidate: Id, programme: Id) => ({ do: 'withdraw', candidate, programme });
const refused = (...events: readonly object[]) =>
  (answer({ kind: 'rounds', mode: 'open', ...market, events }).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);

describe('what a reply does to the other wishes (R6)', () => {
  test('yes but keeps the wishes waiting above and below, and those not ranked yet', () => {
    const below = { candidates: { ...market.candidates, a: ['Q', 'P', 'R'] } };
    expect(played(below, run, says('Q', 'yes-but'), leaves('b', 'P'), run).holdings['a']).toEqual(['Q', 'P']);
    expect(played({}, run, says('Q', 'yes-but'), leaves('b', 'P'), run).holdings['a']).toEqual(['P', 'Q']);
    const { holdings } = played(late, run, says('Q', 'yes-but'), ranksA, leaves('c', 'R'), run);
    expect(holdings['a']).toEqual(['Q', 'R']);
  });

  test('a list of wishes kept says nothing of those not ranked yet', () => {
    const kept = played(late, run, says('Q', 'yes-but', { keep: [] }), ranksA, leaves('b', 'P'), leaves('c', 'R'), run);
    expect(kept.holdings['a']).toEqual(['Q', 'R']);
  });

  test('a definitive yes ends the wishes of the same school too, and those not ranked yet', () => {
    const definitive = says('R', 'yes-definitive');
    expect(played({}, run, definitive, leaves('b', 'P'), run).holdings['a']).toEqual(['R']);
    expect(played(late, run, says('Q', 'yes-definitive'), ranksA, leaves('c', 'R'), run).holdings['a']).toEqual(['Q']);
  });

  test('slide ends the wishes not ranked yet of other schools, and keeps those of its own', () => {
    const own = { programmes: { ...late.programmes, Q: { capacity: 1, ranking: ['a', 'b'], school: 'S' } } };
    expect(played(own, run, says('Q', 'slide'), ranksA, leaves('c', 'R'), run).holdings['a']).toEqual(['Q', 'R']);
    expect(played(late, run, says('Q', 'slide'), ranksA, leaves('c', 'R'), run).holdings['a']).toEqual(['Q']);
  });

  test('a no ends the one wish and leaves every other as it was', () => {
    expect(statesOf(after(start({}), run, { do: 'reply', ...a('Q'), answer: 'no' }))).toEqual(['waiting', 'declined', 'offered']);
  });

  test('the last round and the first choice refuse those answers that wait, and no other', () => {
    const answers = (policy: Partial<RoundPolicy>, candidate: Id, programme: Id) =>
      (['yes-definitive', 'yes-but', 'slide', 'no'] as const).filter(
        (reply) => !isRefusal(applyEvent(after(start(policy), run), { do: 'reply', candidate, programme, answer: reply })),
      );
    expect(answers({ lastRound: true }, 'a', 'Q')).toEqual(['yes-definitive', 'no']);
    expect(answers({ firstChoiceIsDefinitive: true }, 'b', 'P')).toEqual(['yes-definitive', 'no']);
    expect(answers({ firstChoiceIsDefinitive: true }, 'a', 'Q')).toEqual(['yes-definitive', 'yes-but', 'slide', 'no']);
    expect(answers({}, 'b', 'P')).toEqual(['yes-definitive', 'yes-but', 'slide', 'no']);
  });

  test('where replies only go forward, yes-but may be said again and slide too, and after slide no yes-but', () => {
    const told = (...answers: readonly ('yes-but' | 'slide' | 'yes-definitive')[]) => {
      const replies = answers.map((reply) => ({ do: 'reply', ...a('Q'), answer: reply }) as const);
      const state = after(start({ forwardOnly: true }), run, ...replies.slice(0, -1));
      return isRefusal(applyEvent(state, replies.at(-1) as (typeof replies)[number]));
    };
    expect([told('yes-but'), told('yes-but', 'yes-but'), told('yes-but', 'slide'), told('slide', 'slide')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([told('slide', 'yes-but'), told('slide', 'yes-definitive')]).toEqual([true, false]);
  });

  test('a reply where there is no offer is refused for that alone, whatever the policies', () => {
    const told = applyEvent(after(start({ lastRound: true }), run), { do: 'reply', ...a('P'), answer: 'slide' });
    expect(isRefusal(told) && told.refused.map(({ path }) => path)).toEqual(['']);
  });

  test('an expired offer takes no accepted place and no wish above it with it', () => {
    expect(played({}, run, { do: 'expire', ...a('Q') }, leaves('b', 'P'), run).holdings['a']).toEqual(['P', 'R']);
    expect(played({}, run, { do: 'expire', ...a('R') }, run).perRun[1]?.offers['R']).toEqual(['c']);
    expect(refused(run, says('Q', 'yes-but'), { do: 'expire', ...a('Q') })).toEqual(['event-cannot-apply /events/2']);
    expect(refused({ do: 'expire', ...a('P') })).toEqual(['event-cannot-apply /events/0']);
  });
});
