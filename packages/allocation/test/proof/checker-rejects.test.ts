import { checkDocument } from '@guichet/allocation/audit/check-document';
import type { Id, MarketInput } from '@guichet/allocation/market/market';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, type Printed } from '../answers.ts';
import { isStable, stableMatchings, standing } from '../batch/brute-force.ts';
import { markets, runs } from '../markets.ts';
import { campaigns, drawn } from '../rounds/campaigns.ts';

const rich = markets({ candidates: 7, programmes: 4, blocks: true, rates: true });
const propertiesOf = (document: object, result: object) =>
  checkDocument(document, result).violations.map(({ property }) => property);

describe('the checker', () => {
  test('P1 P2 P3 every one-candidate mutation of a right result is rejected', () => {
    fc.assert(
      fc.property(rich, (market) => {
        const { matching } = answer(market);
        for (const id of Object.keys(market.candidates))
          for (const place of [...Object.keys(market.programmes), null, 'elsewhere'])
            if (place !== matching[id]) expect(propertiesOf(market, { matching: { ...matching, [id]: place } })).not.toEqual([]);
      }),
      runs(400),
    );
  });

  test('P2 P3 it accepts one matching only, of all that can be written down', () => {
    fc.assert(
      fc.property(markets({ candidates: 4, programmes: 3, blocks: true }), (market) => {
        const { matching } = answer(market);
        let partial: Readonly<Record<Id, Id | null>>[] = [{}];
        for (const id of Object.keys(market.candidates))
          partial = partial.flatMap((places) =>
            [...Object.keys(market.programmes), null].map((place) => ({ ...places, [id]: place })),
          );
        for (const places of partial) {
          const found = propertiesOf(market, { matching: places });
          expect(found.length === 0).toBe(Object.keys(matching).every((id) => matching[id] === places[id]));
          if (found.length > 0 && found.every((one) => one === 'P3')) expect(isStable(market, places)).toBe(true);
        }
      }),
      runs(150),
    );
  });

  test('P3 every stable matching but the best is named a P3 and nothing else', () => {
    fc.assert(
      fc.property(markets({ candidates: 5, programmes: 4 }), (market) => {
        const { matching } = answer(market);
        for (const other of stableMatchings(market)) {
          const best = Object.keys(matching).every((id) => standing(market, matching, id) === standing(market, other, id));
          expect(propertiesOf(market, { matching: other })).toEqual(best ? [] : ['P3']);
        }
      }),
      runs(400),
    );
  });

  test('a person left out, or made up, is found', () => {
    const market: MarketInput = { candidates: { a: ['P'], b: ['P'] }, programmes: { P: { capacity: 1, ranking: ['a', 'b'] } } };
    expect(propertiesOf(market, { matching: { a: 'P' } })).toEqual(['P1']);
    expect(propertiesOf(market, { matching: { a: 'P', b: null, c: null } })).toEqual(['P1']);
    expect(propertiesOf(market, { matching: { a: 'P', b: 'P' } })).toEqual(['P1']);
    expect(propertiesOf(market, { matching: { a: null, b: 'P' } })).toEqual(['P2']);
    expect(propertiesOf(market, { matching: [] })).not.toEqual([]);
    expect(propertiesOf(market, {})).toEqual(['P12']);
    expect(propertiesOf(market, { refused: [{ reason: 'x' }] })).toEqual(['R1']);
  });

  test('what an import dropped, what a refusal says, and what is said beside blocks is checked', () => {
    const dirty = { dirty: true, candidates: { a: ['X', 'P'] }, programmes: { P: { capacity: 1, ranking: ['z', 'a'] } } };
    const { dropped } = answer(dirty) as unknown as { readonly dropped: readonly object[] };
    expect(propertiesOf(dirty, { matching: { a: 'P' }, dropped })).toEqual([]);
    for (const other of [[], dropped.slice(1), [...dropped, ...dropped], 'none'])
      expect(propertiesOf(dirty, { dropped: other })).toEqual(['R1']);
    expect(
      propertiesOf(
        { ...dirty, dirty: false, candidates: { a: ['P'] }, programmes: { P: { capacity: 1, ranking: ['a'] } } },
        { dropped },
      ),
    ).toEqual(['R1']);
    const bad = { candidates: { a: ['X'] }, programmes: {} };
    expect(checkDocument(bad, answer(bad))).toEqual({ violations: [], refusedInput: [] });
    expect(propertiesOf(bad, { refused: [] })).toEqual(['R1']);
    expect(propertiesOf(bad, { refused: 'yes' })).toEqual(['R1']);
    expect(propertiesOf(bad, { ...answer(bad), matching: {} })).toEqual(['R1']);
    expect(checkDocument(bad, { matching: {} }).refusedInput).toHaveLength(1);
    const blocks = {
      candidates: { a: ['P'] },
      groups: { g: [] },
      programmes: { P: { capacity: 1, ranking: ['a'], reserved: [{ group: 'g', seats: 1 }] } },
    };
    const pools = {
      candidates: { a: ['P'] },
      programmes: { P: { capacity: 1, ranking: ['a'], pools: [{ name: 'x', seats: 1 }] } },
    };
    for (const market of [blocks, pools])
      expect(propertiesOf(market, { matching: { a: 'P' }, singleStable: true })).toEqual(['P3']);
    for (const matching of [null, 'x', [], 3]) expect(propertiesOf(pools, { matching })).toEqual(['P1']);
    expect(propertiesOf(pools, { matching: { a: 3 } })).toEqual(['P1']);
    expect(checkDocument(pools, { matching: { a: null } }).violations).toMatchObject([
      { property: 'P2', programme: 'P', candidate: 'a' },
    ]);
    expect(propertiesOf(pools, { callOrder: { P: ['a'] } })).toEqual([]);
    expect(propertiesOf(pools, { callOrder: { Z: ['a'] } })).toEqual(['R2']);
    expect(propertiesOf(pools, { callOrder: { P: 'a' } })).toEqual(['R2']);
  });

  test('every figure of the cutoffs, every call order and the count of stable matchings is checked', () => {
    fc.assert(
      fc.property(rich, (market) => {
        const result = answer(market);
        for (const other of figuresMoved(result)) expect(propertiesOf(market, other)).not.toEqual([]);
      }),
      runs(200),
    );
  });

  test('P1 P8 P9 P10 P12 R9 every figure of the rounds is checked', () => {
    fc.assert(
      fc.property(campaigns({ candidates: 5, programmes: 3, events: 18, blocks: true }), (campaign) => {
        const document = { kind: 'rounds', ...drawn(campaign).input };
        for (const other of figuresMoved(answer(document))) expect(propertiesOf(document, other)).not.toEqual([]);
      }),
      runs(150),
    );
  });

  test('R2 R9 call orders and displayed ranks are checked figure by figure', () => {
    const order = {
      kind: 'call-order',
      ranking: ['n1', 'm1', 'n2', 'm2'],
      groups: { m: ['m1', 'm2'] },
      minRates: [{ group: 'm', percent: 50 }],
    };
    const days = {
      kind: 'waiting-list',
      days: [{ waiting: ['a', 'b', 'c'] }, { waiting: ['b', 'c'] }, { waiting: ['a', 'b', 'c'] }],
    };
    for (const document of [order, days]) {
      const result = answer(document);
      expect(propertiesOf(document, result)).toEqual([]);
      for (const other of figuresMoved(result)) expect(propertiesOf(document, other)).not.toEqual([]);
    }
  });

  test('P8 a displayed rank worse than yesterday is told as such', () => {
    const days = { kind: 'waiting-list', days: [{ waiting: ['a', 'b'] }, { waiting: ['b'] }] };
    expect(propertiesOf(days, { displayedRanks: [{ a: 1, b: 2 }, { b: 3 }] })).toEqual(['R9', 'P8']);
  });
});

/** The answer with one leaf changed: each number, text, boolean and null in turn, and each list shortened or turned. */
function figuresMoved(result: Printed): readonly object[] {
  const others: object[] = [];
  const text = JSON.stringify(result);
  const ways: (readonly string[])[] = [[]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const value = way.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], result);
    for (const other of mutantsOf(value)) if (way.length > 0) others.push(withValue(text, way, other));
    if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) ways.push([...way, key]);
  }
  return others;
}

function mutantsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return [`${value}!`];
  if (value === null) return [1];
  if (Array.isArray(value) && value.length > 0) return [value.slice(1)];
  return [];
}

function withValue(text: string, way: readonly string[], value: unknown): object {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const parent = way.slice(0, -1).reduce<Record<string, unknown>>((part, step) => part[step] as Record<string, unknown>, copy);
  parent[way.at(-1) as string] = value;
  return copy;
}
