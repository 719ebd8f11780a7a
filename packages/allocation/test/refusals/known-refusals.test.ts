import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

const reasons = (document: object) => (answer(document).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);
const ties = (programme: object, lists: unknown = { a: ['P'], b: [] }) => ({
  kind: 'ties',
  candidates: lists,
  programmes: { P: { capacity: 1, scores: { a: 1 }, ...programme } },
});
const days = (...list: readonly object[]) => ({ kind: 'waiting-list', days: list });
const order = (more: object) => ({
  kind: 'call-order',
  ranking: ['a', 'b'],
  groups: { g: ['b', 'stranger'] },
  minRates: [{ group: 'g', percent: 50 }],
  ...more,
});
const rounds = (more: object) => ({
  kind: 'rounds',
  mode: 'open',
  candidates: { a: ['P'], b: ['P', 'Q'] },
  programmes: { P: { capacity: 1, ranking: ['a', 'b'] }, Q: { target: 1, ranking: ['b'] } },
  events: [],
  ...more,
});
const event = (...events: readonly unknown[]) => rounds({ events });
const wish = { candidate: 'a', programme: 'P' };
const run = { do: 'run' };

describe('what each kind refuses', () => {
  test.each([
    ['ties: a capacity that is no count', ties({ capacity: -1 }), ['bad-capacity /programmes/P/capacity']],
    ['ties: no capacity', ties({ capacity: undefined }), ['bad-capacity /programmes/P/capacity']],
    ['ties: a score that is no number', ties({ scores: { a: '1' } }), ['malformed /programmes/P/scores/a']],
    ['ties: scores that are a list', ties({ scores: [] }), ['malformed /programmes/P/scores']],
    ['ties: a score for a stranger', ties({ scores: { z: 1 } }), ['unknown-candidate /programmes/P/scores/z']],
    ['ties: a rule nobody knows', ties({ ranking: ['a'] }), ['unknown-key /programmes/P/ranking']],
    ['ties: an unknown choice', ties({}, { a: ['Z'] }), ['unknown-programme /candidates/a/0']],
    ['ties: a choice named twice', ties({}, { a: ['P', 'P'] }), ['duplicate-choice /candidates/a/1']],
    ['ties: a choice that is no text', ties({}, { a: [1] }), ['malformed /candidates/a/0']],
    ['ties: a list that is no list', ties({}, { a: 'P' }), ['malformed /candidates/a']],
    ['ties: no candidates', ties({ scores: {} }, null), ['malformed /candidates']],
    ['ties: no programmes', { kind: 'ties', candidates: {}, programmes: [] }, ['malformed /programmes']],
    ['ties: a programme that is no object', { kind: 'ties', candidates: {}, programmes: { P: 1 } }, ['malformed /programmes/P']],
    ['waiting list: no days', { kind: 'waiting-list' }, ['malformed /days']],
    ['waiting list: a day that is no object', days([]), ['malformed /days/0']],
    ['waiting list: somebody waits twice', days({ waiting: ['a', 'a'] }), ['duplicate-rank /days/0/waiting/1']],
    ['waiting list: a rank of zero yesterday', days({ previous: { a: 0 }, waiting: ['a'] }), ['bad-rank /days/0/previous/a']],
    ['waiting list: ranks that are a list', days({ previous: [], waiting: ['a'] }), ['malformed /days/0/previous']],
    ['waiting list: nobody named', days({ waiting: [3] }), ['malformed /days/0/waiting/0']],
    ['call order: named twice', order({ ranking: ['a', 'b', 'a'] }), ['duplicate-rank /ranking/2']],
    ['call order: no ranking', order({ ranking: undefined }), ['malformed /ranking']],
    ['call order: an unknown group', order({ groups: {} }), ['unknown-group /minRates/0/group']],
    ['call order: groups that are a list', order({ groups: [], minRates: [] }), ['malformed /groups']],
    ['call order: a group that is no list', order({ groups: { g: 'b' } }), ['malformed /groups/g']],
    ['call order: a rate of 101', order({ minRates: [{ group: 'g', percent: 101 }] }), ['bad-percent /minRates/0/percent']],
    ['call order: rates that are no list', order({ minRates: {} }), ['malformed /minRates']],
    ['call order: a rate that is no object', order({ minRates: [1] }), ['malformed /minRates/0']],
    ['rounds: no mode', rounds({ mode: undefined }), ['malformed /mode']],
    ['rounds: an unknown candidate on automatic reply', rounds({ auto: ['a', 'z'] }), ['unknown-candidate /auto/1']],
    ['rounds: auto that is no list', rounds({ auto: 'a' }), ['malformed /auto']],
    ['rounds: events that are no list', rounds({ events: {} }), ['malformed /events']],
    [
      'rounds: neither capacity nor target',
      rounds({ programmes: { P: { ranking: [] }, Q: { target: 1, ranking: [] } } }),
      ['bad-capacity /programmes/P/capacity'],
    ],
    [
      'rounds: a block call that is no rank',
      rounds({ programmes: { P: { capacity: 1, callUpTo: -1, ranking: [] }, Q: { target: 1, ranking: [] } } }),
      ['bad-rank /programmes/P/callUpTo'],
    ],
    ['an event that is no object', event(1), ['malformed /events/0']],
    ['an event nobody knows', event({ do: 'dance' }), ['event-cannot-apply /events/0/do']],
    ['an unknown candidate', event({ do: 'leave', candidate: 'z' }), ['unknown-candidate /events/0/candidate']],
    ['an unknown programme', event({ do: 'stop', programme: 'Z' }), ['unknown-programme /events/0/programme']],
    ['an unknown wish', event({ do: 'withdraw', candidate: 'a', programme: 'Q' }), ['unknown-wish /events/0']],
    ['a reply without an offer', event({ do: 'reply', ...wish, answer: 'no' }), ['event-cannot-apply /events/0']],
    ['a reply nobody knows', event(run, { do: 'reply', ...wish, answer: 'perhaps' }), ['malformed /events/1/answer']],
    [
      'a reply after a definitive yes',
      event(run, { do: 'reply', ...wish, answer: 'yes-definitive' }, { do: 'reply', ...wish, answer: 'no' }),
      ['event-cannot-apply /events/2'],
    ],
    [
      'a keep that names no waiting wish',
      event(run, { do: 'reply', candidate: 'b', programme: 'Q', answer: 'yes-but', keep: ['P', 'Q'] }),
      ['event-cannot-apply /events/1/keep/1'],
    ],
    ['the expiry of no offer', event({ do: 'expire', ...wish }), ['event-cannot-apply /events/0']],
    [
      'the expiry of an accepted offer',
      event(run, { do: 'reply', ...wish, answer: 'yes-but' }, { do: 'expire', ...wish }),
      ['event-cannot-apply /events/2'],
    ],
    ['the reinstatement of an offer', event(run, { do: 'reinstate', ...wish }), ['event-cannot-apply /events/1']],
    [
      'an order that names no waiting wish',
      event(run, { do: 'order', candidate: 'a', ranking: ['P'] }),
      ['event-cannot-apply /events/1/ranking/0'],
    ],
    [
      'an order that names a wish twice',
      event({ do: 'order', candidate: 'b', ranking: ['P', 'P'] }),
      ['duplicate-choice /events/0/ranking'],
    ],
    [
      'an order whose auto is no boolean',
      event({ do: 'order', candidate: 'b', ranking: [], auto: 1 }),
      ['malformed /events/0/auto'],
    ],
    ['somebody inserted who is ranked', event({ do: 'insert', ...wish, rank: 1 }), ['duplicate-rank /events/0/candidate']],
    [
      'somebody inserted beyond the last',
      event({ do: 'insert', candidate: 'a', programme: 'Q', rank: 3 }),
      ['bad-rank /events/0/rank'],
    ],
    [
      'somebody inserted before the first',
      event({ do: 'insert', candidate: 'a', programme: 'Q', rank: 0 }),
      ['bad-rank /events/0/rank'],
    ],
    [
      'somebody inserted in a pool that is none',
      event({ do: 'insert', candidate: 'a', programme: 'Q', rank: 1, pool: 'x' }),
      ['unknown-pool /events/0/pool'],
    ],
    [
      'a corrected ranking with a stranger',
      event({ do: 'correct', programme: 'P', ranking: ['z'], marked: ['a', 'a'] }),
      ['duplicate-rank /events/0/marked/1', 'unknown-candidate /events/0/ranking/0'],
    ],
    ['a second offer beyond the target', event(run, { do: 'supernumerary', ...wish }), ['event-cannot-apply /events/1']],
    ['a target that is no count', event({ do: 'set-target', programme: 'P', target: 1.5 }), ['bad-target /events/0/target']],
    [
      'a block that is none',
      event({ do: 'set-target', programme: 'P', target: 1, block: 'x' }),
      ['unknown-block /events/0/block'],
    ],
    ['a block call that is no rank', event({ do: 'call-up-to', programme: 'P', rank: -1 }), ['bad-rank /events/0/rank']],
  ])('%s', (_, document, wanted) => {
    expect(reasons(document)).toEqual(wanted);
    expect(inputFaults(document)).not.toEqual([]);
  });

  test('in mode ranked a wish below an offer held cannot come back, and the refusal names the seat it would replace', () => {
    const ranked = {
      ...rounds({
        mode: 'ranked',
        candidates: { a: ['P', 'Q'], b: [] },
        programmes: { P: { capacity: 1, ranking: ['a'] }, Q: { capacity: 1, ranking: ['a'] } },
      }),
    };
    const document = {
      ...ranked,
      events: [run, { do: 'reinstate', candidate: 'a', programme: 'Q' }, { do: 'supernumerary', candidate: 'a', programme: 'Q' }],
    };
    expect(reasons(document)).toEqual(['event-cannot-apply /events/1', 'event-cannot-apply /events/2']);
    for (const { message } of answer(document).refused ?? []) expect(message).toContain('the seat at "P"');
  });

  test('withdrawing an ended wish, stopping twice and reinstating who waits are without effect', () => {
    const document = event(
      { do: 'withdraw', ...wish },
      { do: 'withdraw', ...wish },
      { do: 'stop', programme: 'P' },
      { do: 'stop', programme: 'P' },
      { do: 'reinstate', candidate: 'b', programme: 'P' },
      run,
    );
    expect(answer(document)).toMatchObject({ holdings: { a: [], b: ['Q'] }, perRun: [{ waitingRank: { P: { b: 1 } } }] });
    expect(inputFaults(document)).toEqual([]);
  });
});
