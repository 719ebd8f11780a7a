import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

const reasons = (document: object) => (answer(document).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);
const campaign = {
  kind: 'rounds',
  mode: 'open',
  candidates: { a: ['P', 'Q'], b: ['P', 'R'], c: ['Q'] },
  programmes: {
    P: { capacity: 1, ranking: ['a', 'b'] },
    Q: { capacity: 1, ranking: ['c', 'a'] },
    R: {
      capacity: 1,
      ranking: ['b'],
      pools: [
        { name: 'exam', seats: 0, ranking: ['a', 'b', 'c'] },
        { name: 'open', seats: 1 },
      ],
    },
  },
};
const after = (...events: readonly unknown[]) => ({ ...campaign, events });
const run = { do: 'run' };
const accepts = (more: object) => ({ do: 'reply', candidate: 'a', programme: 'P', answer: 'yes-but', ...more });
const order = (more: object) => ({ do: 'order', candidate: 'a', ranking: ['Q', 'P'], ...more });
const correct = (more: object) => ({ do: 'correct', programme: 'P', ranking: ['b', 'a'], ...more });
const insert = (more: object) => ({ do: 'insert', programme: 'P', candidate: 'c', rank: 1, ...more });
const target = (more: object) => ({ do: 'set-target', programme: 'P', target: 1, ...more });
const reach = (rank: unknown) => ({ do: 'call-up-to', programme: 'P', rank });

describe('events that cannot apply, for engine and checker alike', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['a null', after(null), ['malformed /events/0']],
    ['a list', after(['run']), ['malformed /events/0']],
    ['a word', after('run'), ['malformed /events/0']],
    ['a name that is a list', after({ do: ['leave'], candidate: 'a' }), ['event-cannot-apply /events/0/do']],
    ['an inherited name', after({ do: 'toString', candidate: 'a' }), ['event-cannot-apply /events/0/do']],
    ['no name', after({ candidate: 'a', programme: 'P' }), ['event-cannot-apply /events/0/do']],
    ['a candidate who is a number', after({ do: 'leave', candidate: 3 }), ['unknown-candidate /events/0/candidate']],
    [
      'nobody at all',
      after({ do: 'withdraw' }),
      ['unknown-candidate /events/0/candidate', 'unknown-programme /events/0/programme'],
    ],
    ['a wish of another', after(run, { do: 'expire', candidate: 'c', programme: 'P' }), ['unknown-wish /events/1']],
    ['an answer that is a list', after(run, accepts({ answer: ['no'] })), ['malformed /events/1/answer']],
    ['no answer', after(run, accepts({ answer: undefined })), ['malformed /events/1/answer']],
    ['an inherited answer', after(run, accepts({ answer: 'toString' })), ['malformed /events/1/answer']],
    ['a reply to a wish that waits', after(accepts({ answer: 'no' })), ['event-cannot-apply /events/0']],
    [
      'a reply to a place accepted for good',
      after(run, accepts({ answer: 'yes-definitive' }), accepts({})),
      ['event-cannot-apply /events/2'],
    ],
    ['wishes kept that are no list', after(run, accepts({ keep: 3 })), ['malformed /events/1/keep']],
    ['wishes kept that are a text', after(run, accepts({ keep: 'Q' })), ['malformed /events/1/keep']],
    ['a wish kept that is a number', after(run, accepts({ keep: [3] })), ['malformed /events/1/keep/0']],
    ['a wish kept that has an offer', after(run, accepts({ keep: ['Q', 'P'] })), ['event-cannot-apply /events/1/keep/1']],
    ['a wish kept that nobody knows', after(run, accepts({ keep: ['X'] })), ['event-cannot-apply /events/1/keep/0']],
    ['an order that is no list', after(order({ ranking: 3 })), ['malformed /events/0/ranking']],
    ['an order that is a text', after(order({ ranking: 'PQ' })), ['malformed /events/0/ranking']],
    ['an order of numbers', after(order({ ranking: [3] })), ['malformed /events/0/ranking/0']],
    ['an order with a wish twice', after(order({ ranking: ['P', 'Q', 'P'] })), ['duplicate-choice /events/0/ranking']],
    ['an automatic reply that is null', after(order({ auto: null })), ['malformed /events/0/auto']],
    ['a correction that is no list', after(correct({ ranking: 3 })), ['malformed /events/0/ranking']],
    ['a correction that is a text', after(correct({ ranking: 'ab' })), ['malformed /events/0/ranking']],
    ['a correction of numbers', after(correct({ ranking: [3] })), ['malformed /events/0/ranking/0']],
    ['a correction with somebody twice', after(correct({ ranking: ['a', 'b', 'a'] })), ['duplicate-rank /events/0/ranking/2']],
    ['a correction with a stranger', after(correct({ ranking: ['a', 'z'] })), ['unknown-candidate /events/0/ranking/1']],
    ['marks that are no list', after(correct({ marked: 3 })), ['malformed /events/0/marked']],
    ['marks that are a text', after(correct({ marked: 'a' })), ['malformed /events/0/marked']],
    ['a mark set twice', after(correct({ marked: ['a', 'a'] })), ['duplicate-rank /events/0/marked/1']],
    ['a mark for a stranger', after(correct({ marked: ['z'] })), ['unknown-candidate /events/0/marked/0']],
    ['the correction of a pool that is none', after(correct({ pool: 'exam' })), ['unknown-pool /events/0/pool']],
    ['a late candidate who is ranked', after(insert({ candidate: 'b', rank: 3 })), ['duplicate-rank /events/0/candidate']],
    [
      'a late candidate whom the pool ranks',
      after(insert({ candidate: 'c', programme: 'R', pool: 'exam' })),
      ['duplicate-rank /events/0/candidate'],
    ],
    ['a late candidate beyond the last', after(insert({ rank: 4 })), ['bad-rank /events/0/rank']],
    ['a late candidate before the first', after(insert({ rank: 0 })), ['bad-rank /events/0/rank']],
    ['a late candidate at half a rank', after(insert({ rank: 1.5 })), ['bad-rank /events/0/rank']],
    ['a late candidate at a rank that is a text', after(insert({ rank: '1' })), ['bad-rank /events/0/rank']],
    ['a target that is no count', after(target({ target: -1 })), ['bad-target /events/0/target']],
    ['no target', after(target({ target: undefined })), ['bad-target /events/0/target']],
    ['a target for a block that is none', after(target({ block: 'exam' })), ['unknown-block /events/0/block']],
    [
      'a target for pools without a name, even where one is named open',
      after(target({ programme: 'R' })),
      ['unknown-block /events/0'],
    ],
    ['a block call that is no rank', after(reach(-1)), ['bad-rank /events/0/rank']],
    ['a block call that is a text', after(reach('1')), ['bad-rank /events/0/rank']],
    [
      'a stranger ranked by a number in a dirty campaign',
      { ...after(correct({ ranking: [3] })), dirty: true },
      ['malformed /events/0/ranking/0'],
    ],
    [
      'the reinstatement of a wish nobody ranks',
      after({ do: 'reinstate', candidate: 'a', programme: 'P' }, correct({ ranking: ['b'] }), {
        do: 'reinstate',
        candidate: 'a',
        programme: 'P',
      }),
      ['event-cannot-apply /events/2'],
    ],
  ])('%s', (_, document, wanted) => {
    expect(reasons(document)).toEqual(wanted);
    expect(inputFaults(document)).toEqual([`event ${wanted[0]?.split('/')[2]} cannot apply`]);
  });

  test('what is said beside an event and means nothing to it hinders nothing', () => {
    const document = after(
      { do: 'stop', programme: 'P', candidate: 'nobody' },
      { do: 'leave', candidate: 'b', programme: 'nowhere' },
      target({ programme: 'R', block: 'open', target: 2 }),
      insert({ rank: 3 }),
      insert({ candidate: 'a', programme: 'R', pool: 'open', rank: 2 }),
      reach(0),
      correct({ marked: [] }),
      order({ ranking: [], auto: false }),
      run,
    );
    expect([reasons(document), inputFaults(document)]).toEqual([[], []]);
  });

  test('every event that cannot apply is told, the others apply', () => {
    const document = after(run, { do: 'dance' }, { do: 'withdraw', candidate: 'a', programme: 'P' }, reach(-1), run);
    expect(reasons(document)).toEqual(['event-cannot-apply /events/1/do', 'bad-rank /events/3/rank']);
    expect(inputFaults(document)).toEqual(['event 1 cannot apply', 'event 3 cannot apply']);
  });
});
