import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import { answerTo } from '@guichet/allocation/cli/fixture-answer';
import { readJson } from '@guichet/allocation/cli/read-json';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer } from '../answers.ts';
import { markets, runs } from '../markets.ts';
import { campaigns, drawn } from '../rounds/campaigns.ts';

const reasons = (document: object) => (answer(document).refused ?? []).map(({ reason, path }) => `${reason} ${path}`);
const market = (programme: object, more: object = {}) => ({
  candidates: { a: ['P'], b: [] },
  programmes: { P: { capacity: 1, ranking: ['a'], ...programme } },
  groups: { g: ['a', 'stranger'] },
  ...more,
});

describe('refusals', () => {
  test('every reason is told at once, each with its place', () => {
    const document = {
      candidates: { a: ['P', 'P', 'X'], 'b/~': 'P' },
      programmes: {
        P: { capacity: 1.5, ranking: ['a', 'a', 'z'], colour: 'red', minRates: [{ group: 'h', percent: 101, more: 1 }] },
        Q: {
          capacity: 1,
          ranking: [],
          reserved: [{ group: 'g', seats: 2, order: 'first' }],
          pools: [{ name: 'x', seats: -1, fallback: 'y' }],
        },
        R: 3,
      },
      groups: { g: ['a'] },
    };
    expect(reasons(document)).toEqual([
      'duplicate-choice /candidates/a/1',
      'unknown-programme /candidates/a/2',
      'malformed /candidates/b~1~0',
      'bad-capacity /programmes/P/capacity',
      'unknown-key /programmes/P/colour',
      'unknown-group /programmes/P/minRates/0/group',
      'unknown-key /programmes/P/minRates/0/more',
      'bad-percent /programmes/P/minRates/0/percent',
      'duplicate-rank /programmes/P/ranking/1',
      'unknown-candidate /programmes/P/ranking/2',
      'bad-seats /programmes/Q/pools/0/seats',
      'malformed /programmes/Q/reserved/0/order',
      'malformed /programmes/R',
    ]);
  });

  test.each([
    ['reserves over the capacity', { reserved: [{ group: 'g', seats: 2 }] }, 'reserves-over-capacity /programmes/P/reserved'],
    ['pools that do not sum', { pools: [{ name: 'x', seats: 2 }] }, 'pools-do-not-sum /programmes/P/pools'],
    [
      'reserves and pools together',
      { reserved: [{ group: 'g', seats: 1 }], pools: [{ name: 'x', seats: 1 }] },
      'reserves-and-pools /programmes/P',
    ],
    [
      'two pools of one name',
      {
        pools: [
          { name: 'x', seats: 1 },
          { name: 'x', seats: 0 },
        ],
      },
      'duplicate-pool /programmes/P/pools/1/name',
    ],
    [
      'a fallback that is no pool',
      { pools: [{ name: 'x', seats: 1, fallback: 'y' }] },
      'unknown-pool /programmes/P/pools/0/fallback',
    ],
    [
      'a stranger in the ranking of a pool',
      { pools: [{ name: 'x', seats: 1, ranking: ['z'] }] },
      'unknown-candidate /programmes/P/pools/0/ranking/0',
    ],
    ['a second resource', { secondResource: 'boarding' }, 'unknown-key /programmes/P/secondResource'],
    ['a capacity beyond exact integers', { capacity: 2 ** 53 }, 'bad-capacity /programmes/P/capacity'],
    ['a capacity as a text', { capacity: '1' }, 'bad-capacity /programmes/P/capacity'],
    ['a negative target', { target: -1 }, 'bad-target /programmes/P/target'],
  ])('%s: refused', (_, programme, reason) => {
    expect(reasons(market(programme))).toEqual([reason]);
    expect(inputFaults(market(programme))).not.toEqual([]);
  });

  test.each([
    ['a group that names a stranger', {}],
    ['a fallback to the programme', { pools: [{ name: 'x', seats: 1, fallback: 'programme' }] }],
    ['empty reserves beside pools', { reserved: [], pools: [{ name: 'x', seats: 1, fallback: null }] }],
    [
      'a rate of all and one of none',
      {
        minRates: [
          { group: 'g', percent: 100 },
          { group: 'g', percent: 0 },
        ],
      },
    ],
    ['a capacity greater than anybody could fill', { capacity: 2 ** 53 - 1 }],
  ])('%s: computed', (_, programme) => {
    expect(answer(market(programme)).matching).toEqual({ a: 'P', b: null });
  });

  test('an unknown kind is refused, keys at the top that nobody knows are not', () => {
    expect(reasons({ kind: 'lottery' })).toEqual(['unknown-kind /kind']);
    expect(reasons({ kind: 'toString' })).toEqual(['unknown-kind /kind']);
    expect(answer(market({}, { engine: 'x', colour: 'red' })).matching).toEqual({ a: 'P', b: null });
    for (const document of [null, 3, 'x', []]) expect(Object.keys(answerTo(document))).toEqual(['refused']);
  });

  test('a dirty import drops what it may and reports each drop; a duplicate stays refused', () => {
    const document = { dirty: true, candidates: { a: ['X', 'P'] }, programmes: { P: { capacity: 1, ranking: ['z', 'a'] } } };
    const result = answer(document) as unknown as Record<string, unknown>;
    expect(result['matching']).toEqual({ a: 'P' });
    expect(result['dropped']).toEqual([
      { candidate: 'a', programme: 'X', reason: 'unknown-programme' },
      { candidate: 'z', programme: 'P', reason: 'unknown-candidate' },
    ]);
    expect(reasons({ ...document, candidates: { a: ['X', 'X'] } })).toEqual(['duplicate-choice /candidates/a/1']);
    expect(reasons({ ...document, programmes: { P: { capacity: 1, ranking: ['z', 'z'] } } })).toEqual([
      'duplicate-rank /programmes/P/ranking/1',
    ]);
  });

  test('a variant that cannot be made is refused alone', () => {
    const document = market(
      {},
      {
        variants: [
          { name: 'x', change: { op: 'set-capacity', programme: 'Z', capacity: 1 } },
          { name: 'y', change: { op: 'set-capacity', programme: 'P', capacity: -1 } },
          { name: 'z', change: [] },
        ],
      },
    );
    expect(answer(document).variants.map((variant) => Object.keys(variant).join())).toEqual([
      'name,refused',
      'name,refused',
      'name,matching,cutoffs',
    ]);
  });

  test('any JSON is refused or computed, never thrown on, and the checker judges alike', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(Object.hasOwn(answerTo(value), 'refused')).toBe(inputFaults(value).length > 0);
      }),
      runs(1000),
    );
  });

  test('a sound document with one part replaced by anything is refused or computed, and the checker judges alike', () => {
    const sound = fc.oneof(
      markets({ candidates: 4, programmes: 3, blocks: true, rates: true }),
      campaigns({ candidates: 4, programmes: 3, events: 8, blocks: true }).map((campaign) => ({
        kind: 'rounds',
        ...drawn(campaign).input,
      })),
      fc.constant({ kind: 'ties', candidates: { a: ['P'] }, programmes: { P: { capacity: 1, scores: { a: 3 } } } }),
      fc.constant({ kind: 'waiting-list', days: [{ previous: { a: 2 }, waiting: ['a', 'b'] }] }),
      fc.constant({ kind: 'call-order', ranking: ['a', 'b'], groups: { g: ['b'] }, minRates: [{ group: 'g', percent: 3 }] }),
    );
    const anything = fc.oneof(
      fc.constantFrom(-1, 0, 1, 2, 0.5, 1e300, null, true, '', 'a', 'c0', 'P0', 'g', 'open', [], {}, ['a', 'a'], ['c0'], {
        c0: ['P0'],
      }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(sound, fc.nat(), anything, (document, draw, value) => {
        const other = partReplaced(document, draw, value);
        expect([Object.hasOwn(answerTo(other), 'refused'), other]).toEqual([inputFaults(other).length > 0, other]);
      }),
      runs(4000),
    );
  });
});

function partReplaced(document: object, draw: number, value: unknown): unknown {
  const ways: string[][] = [];
  const open: string[][] = [[]];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const part = way.reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], document);
    if (way.length > 0) ways.push(way);
    if (typeof part === 'object' && part !== null) for (const key of Object.keys(part)) open.push([...way, key]);
  }
  const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
  const chosen = ways[draw % Math.max(1, ways.length)];
  if (!chosen) return value;
  const parent = chosen
    .slice(0, -1)
    .reduce<Record<string, unknown>>((inside, step) => inside[step] as Record<string, unknown>, copy);
  parent[chosen.at(-1) as string] = value;
  return copy;
}

describe('reading JSON', () => {
  test('a key met twice in one object is found wherever it is, spelt with escapes or not', () => {
    const { objections } = readJson('{"a":1,"b":[{"x":{"k":1,"\\u006b":2}}],"\\u0061":2, "__proto__":{}}');
    expect(objections.map(({ reason, path }) => `${reason} ${path}`)).toEqual(['duplicate-key /a', 'duplicate-key /b/0/x/k']);
  });

  test('half a character is found in a key and in a value, a whole one is not', () => {
    const { objections } = readJson('{"\\ud83c":["x","\\udf93 ","\\ud83c\\udf93","\\\\ud83c"]}');
    expect(objections.map(({ reason }) => reason)).toEqual(['lone-surrogate', 'lone-surrogate']);
    expect(objections.map(({ path }) => path)).toContain('/\ud83c/1');
  });

  test('sound JSON has no objection and the value of the parser', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readJson(text)).toEqual({ value: JSON.parse(text), objections: [] });
      }),
      runs(500),
    );
  });

  test('depth does not touch the stack', () => {
    expect(readJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).objections).toEqual([]);
  });
});
