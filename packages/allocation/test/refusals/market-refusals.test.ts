import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import { byCodeUnits } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

const reasons = (document: object) => (answer(document).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);
const market = (programme: unknown, more: object = {}) => ({
  candidates: { a: ['P'], b: [] },
  groups: { g: ['a'], 3: ['b'] },
  programmes: { P: programme },
  ...more,
});
const plain = { capacity: 1, ranking: ['a'] };
const rules = (more: object) => market({ ...plain, ...more });
const reserve = (more: object) => rules({ reserved: [{ group: 'g', seats: 1, ...more }] });
const pool = (more: object) => rules({ pools: [{ name: 'x', seats: 1, ...more }] });
const rate = (more: object) => rules({ minRates: [{ group: 'g', percent: 50, ...more }] });
const rounds = (programme: object, more: object = {}) => ({ kind: 'rounds', mode: 'open', ...market(programme), ...more });
const at = '/programmes/P';

describe('what a market refuses, engine and checker alike', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['a programme that is null', market(null), [`malformed ${at}`]],
    ['a programme that is a list', market([]), [`malformed ${at}`]],
    ['no capacity', market({ ranking: ['a'] }), [`bad-capacity ${at}/capacity`]],
    ['a target in the place of a capacity', market({ target: 1, ranking: ['a'] }), [`bad-capacity ${at}/capacity`]],
    ['a capacity that is null', rules({ capacity: null }), [`bad-capacity ${at}/capacity`]],
    ['a target that is a text', rules({ target: '1' }), [`bad-target ${at}/target`]],
    ['a block call that is no rank', rules({ callUpTo: 0.5 }), [`bad-rank ${at}/callUpTo`]],
    ['a school that is no text', rules({ school: 3 }), [`malformed ${at}/school`]],
    ['no ranking', market({ capacity: 1 }), [`malformed ${at}/ranking`]],
    ['a ranking that is a text', rules({ ranking: 'ab' }), [`malformed ${at}/ranking`]],
    ['a ranking that is a number', rules({ ranking: 3 }), [`malformed ${at}/ranking`]],
    ['somebody ranked by a number', rules({ ranking: ['a', 3] }), [`malformed ${at}/ranking/1`]],
    ['rates that are no list', rules({ minRates: 'g' }), [`malformed ${at}/minRates`]],
    ['a rate of a group that is no text', rate({ group: 3 }), [`malformed ${at}/minRates/0/group`]],
    ['a rate without a percentage', rate({ percent: undefined }), [`bad-percent ${at}/minRates/0/percent`]],
    ['a rate beyond all', rate({ percent: 101 }), [`bad-percent ${at}/minRates/0/percent`]],
    ['a rate with a rule nobody knows', rate({ seats: 1 }), [`unknown-key ${at}/minRates/0/seats`]],
    ['reserves that are no list', rules({ reserved: {} }), [`malformed ${at}/reserved`]],
    ['a reserve that is no object', rules({ reserved: ['g'] }), [`malformed ${at}/reserved/0`]],
    ['a reserve of a group nobody knows', reserve({ group: 'h' }), [`unknown-group ${at}/reserved/0/group`]],
    ['a reserve of a group that is no text', reserve({ group: 3 }), [`malformed ${at}/reserved/0/group`]],
    ['a reserve without seats', reserve({ seats: undefined }), [`bad-seats ${at}/reserved/0/seats`]],
    ['a reserve whose target is no count', reserve({ target: -1 }), [`bad-target ${at}/reserved/0/target`]],
    ['a reserve filled in no order known', reserve({ order: 'first' }), [`malformed ${at}/reserved/0/order`]],
    ['a reserve that ends as nobody knows', reserve({ unfilled: 'closed' }), [`malformed ${at}/reserved/0/unfilled`]],
    ['a reserve with a rule nobody knows', reserve({ ranking: [] }), [`unknown-key ${at}/reserved/0/ranking`]],
    ['pools that are no list', rules({ pools: {} }), [`malformed ${at}/pools`]],
    ['a pool that is null', rules({ pools: [null] }), [`malformed ${at}/pools/0`]],
    ['a pool without a name', pool({ name: undefined }), [`malformed ${at}/pools/0/name`]],
    ['a pool without seats', pool({ seats: undefined }), [`bad-seats ${at}/pools/0/seats`]],
    ['a pool whose target is no count', pool({ target: '1' }), [`bad-target ${at}/pools/0/target`]],
    ['a pool whose ranking is no list', pool({ ranking: 'a' }), [`malformed ${at}/pools/0/ranking`]],
    ['a pool that ranks somebody twice', pool({ ranking: ['a', 'a'] }), [`duplicate-rank ${at}/pools/0/ranking/1`]],
    ['a fallback that is a number', pool({ fallback: 3 }), [`malformed ${at}/pools/0/fallback`]],
    ['a pool with a rule nobody knows', pool({ group: 'g' }), [`unknown-key ${at}/pools/0/group`]],
    [
      'candidates that are a list',
      market(plain, { candidates: [] }),
      ['malformed /candidates', `unknown-candidate ${at}/ranking/0`],
    ],
    ['programmes that are null', { candidates: {}, programmes: null }, ['malformed /programmes']],
    ['a list that is no list', market(plain, { candidates: { a: 'P' } }), ['malformed /candidates/a']],
    ['a choice that is a number', market(plain, { candidates: { a: [3] } }), ['malformed /candidates/a/0']],
    [
      'a choice inherited from nowhere',
      market(plain, { candidates: { a: ['toString'] } }),
      ['unknown-programme /candidates/a/0'],
    ],
    ['groups that are a list', market(plain, { groups: [] }), ['malformed /groups']],
    ['a group that is a text', market(plain, { groups: { g: 'a' } }), ['malformed /groups/g']],
    ['a group with a number', market(plain, { groups: { g: ['a', 3] } }), ['malformed /groups/g/1']],
    ['dirty that is no boolean', market(plain, { dirty: 1 }), ['malformed /dirty']],
    [
      'rounds: a capacity that is no count beside a target',
      rounds({ capacity: -1, target: 1, ranking: [] }),
      [`bad-capacity ${at}/capacity`],
    ],
    ['rounds: somebody on automatic reply who is a number', rounds(plain, { auto: [3] }), ['malformed /auto/0']],
    [
      'rounds: a number on automatic reply where an id is written alike',
      rounds(plain, { auto: [3], candidates: { a: [], 3: [] } }),
      ['malformed /auto/0'],
    ],
    ['variants that are no list', market(plain, { variants: 'x' }), ['malformed /variants']],
    ['a day that is null', { kind: 'waiting-list', days: [null] }, ['malformed /days/0']],
    [
      'one rank wrong beside a right one',
      { kind: 'waiting-list', days: [{ waiting: [], previous: { a: 1, b: 0 } }] },
      ['bad-rank /days/0/previous/b'],
    ],
    ['ties: a programme that is null', { kind: 'ties', candidates: {}, programmes: { P: null } }, ['malformed /programmes/P']],
    ['ties: programmes that are null', { kind: 'ties', candidates: {}, programmes: null }, ['malformed /programmes']],
    [
      'ties: one score wrong beside a right one',
      {
        kind: 'ties',
        candidates: { a: [], b: [] },
        programmes: { P: { capacity: 1, scores: { a: 1, b: Number.POSITIVE_INFINITY } } },
      },
      ['malformed /programmes/P/scores/b'],
    ],
    ['call order: groups that are null', { kind: 'call-order', ranking: [], groups: null, minRates: [] }, ['malformed /groups']],
    ['call order: a group with a number', { kind: 'call-order', ranking: [], groups: { g: [3] } }, ['malformed /groups/g/0']],
  ])('%s', (_, document, wanted) => {
    // JSON has no infinity: what a parser makes of 1e999 is handed on as it is.
    const told = answer(document).refused?.map(({ reason, path }) => `${reason} ${path}`);
    expect(told).toEqual(wanted);
    expect(inputFaults(document)).not.toEqual([]);
  });

  test.each<readonly [string, object]>([
    [
      'every rule at its least',
      rules({ capacity: 0, target: 0, callUpTo: 0, school: '', minRates: [], reserved: [], pools: [] }),
    ],
    [
      'rates from none to all',
      rules({
        minRates: [
          { group: 'g', percent: 0 },
          { group: '3', percent: 100 },
        ],
      }),
    ],
    ['a reserve with every rule', reserve({ order: 'before-open', unfilled: 'open', target: 0 })],
    ['a reserve with every other rule', reserve({ order: 'after-open', unfilled: 'empty', target: 3 })],
    ['a pool with every rule', pool({ ranking: ['b', 'a'], fallback: 'programme', target: 0 })],
    ['a pool that falls back on none', pool({ fallback: null })],
    ['clean said to be clean', market(plain, { dirty: false })],
    ['no groups', { candidates: {}, programmes: {} }],
    ['rounds: no events and nobody on automatic reply', rounds(plain)],
    ['rounds: a target in the place of a capacity', rounds({ target: 1, ranking: ['a'] })],
    ['call order: neither groups nor rates', { kind: 'call-order', ranking: ['a', 'b'] }],
    ['a first day with the ranks of the day before', { kind: 'waiting-list', days: [{ waiting: ['a'], previous: { a: 1 } }] }],
    [
      'ties: a school beside the scores',
      { kind: 'ties', candidates: {}, programmes: { P: { capacity: 0, scores: {}, school: 'S' } } },
    ],
  ])('%s: computed', (_, document) => {
    expect([reasons(document), inputFaults(document)]).toEqual([[], []]);
  });

  test('a market that is no object is refused in one word', () => {
    for (const none of [null, 3, 'x', [], undefined])
      expect(sealMarket(none as never)).toEqual({
        refused: [{ reason: 'malformed', path: '', message: 'A market is an object.' }],
      });
  });

  test('a stranger in several rankings of one programme is left out once', () => {
    const dirty = {
      ...market({ capacity: 1, ranking: ['z', 'a'], pools: [{ name: 'x', seats: 1, ranking: ['a', 'z'] }] }),
      dirty: true,
    };
    expect(answer(dirty)).toMatchObject({ dropped: [{ candidate: 'z', programme: 'P', reason: 'unknown-candidate' }] });
  });

  test('empty reserves and pools hinder no word on other stable matchings', () => {
    expect(answer(rules({ reserved: [], pools: [] })).singleStable).toBe(true);
    expect(answer(reserve({})).singleStable).toBeUndefined();
    expect(answer(pool({})).singleStable).toBeUndefined();
  });

  test('reasons stand in the order of their places, then by name, code unit by code unit', () => {
    expect([
      byCodeUnits('a', 'b'),
      byCodeUnits('b', 'a'),
      byCodeUnits('a', 'a'),
      byCodeUnits('Z', 'a'),
      byCodeUnits('10', '9'),
    ]).toEqual([-1, 1, 0, -1, -1]);
    expect(reasons({ ...market({ ...plain, zz: 1, aa: 1, 10: 1 }), dirty: 3 })).toEqual([
      'malformed /dirty',
      `unknown-key ${at}/10`,
      `unknown-key ${at}/aa`,
      `unknown-key ${at}/zz`,
    ]);
  });
});
