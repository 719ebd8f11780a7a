import { readdirSync, readFileSync } from 'node:fs';
import { checkDocument } from '@guichet/allocation/audit/check-document';
import { describe, expect, test } from '@jest/globals';
import { answer, placed } from '../answers.ts';
import { type Places, stableMatchings, standing } from '../batch/brute-force.ts';

// The shared folder stands beside the checkout; when it is missing these tests fail rather than pass unseen.
const folder = new URL('../../../../../shared/allocation/fixtures/', import.meta.url);
const files = filesOf(folder);
const documents = files.map((file) => ({ file, document: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture }));
const ofKind = (...kinds: readonly string[]) => documents.filter(({ document }) => kinds.includes(document.kind ?? 'batch'));

interface Fixture {
  readonly kind?: string;
  readonly candidates: Readonly<Record<string, readonly string[]>>;
  readonly programmes: Readonly<Record<string, { readonly capacity: number; readonly ranking: readonly string[] }>>;
  readonly expected: unknown;
  readonly expectedCutoffs?: Readonly<Record<string, object>>;
  readonly expectedCallOrder?: object;
  readonly stableCount?: number;
  readonly variants?: readonly Variant[];
  readonly events: readonly { readonly do: string; readonly expect?: object }[];
  readonly days: readonly { readonly expected: object }[];
}

interface Variant {
  readonly name: string;
  readonly expected: Places;
  readonly relation?: 'nobody-worse' | 'nobody-better' | 'same';
  readonly ignore?: readonly string[];
}

function filesOf(url: URL): readonly string[] {
  try {
    return readdirSync(url).filter((file) => file.endsWith('.json'));
  } catch {
    return [];
  }
}

describe('fixtures', () => {
  test('the shared folder is there and holds at least forty instances', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  test.each(ofKind('batch'))('$file is allocated as published', ({ document }) => {
    const result = answer(document);
    expect(result.matching).toEqual(document.expected);
    for (const [programme, line] of Object.entries(document.expectedCutoffs ?? {}))
      expect(result.cutoffs[programme]).toMatchObject(line);
    if (document.expectedCallOrder) expect(result.callOrder).toEqual(document.expectedCallOrder);
    for (const [index, variant] of (document.variants ?? []).entries()) {
      expect(result.variants[index]?.matching).toEqual(variant.expected);
      relationHolds(document, variant, result.matching);
    }
  });

  test.each(
    ofKind('batch').filter(({ document }) => document.stableCount !== undefined && Object.keys(document.candidates).length <= 8),
  )('$file has as many stable matchings as told', ({ document }) => {
    const ordered = withCallOrder(document);
    expect(stableMatchings(ordered)).toHaveLength(document.stableCount as number);
    const { singleStable } = answer(document);
    if (singleStable !== undefined) expect(singleStable).toBe(document.stableCount === 1);
  });

  test.each(ofKind('invalid'))('$file is refused, with reasons and nothing else', ({ document }) => {
    const result = answer(document);
    expect(Object.keys(result)).toEqual(['refused']);
    expect(result.refused?.length).toBeGreaterThan(0);
  });

  test.each(ofKind('call-order', 'waiting-list', 'ties'))('$file is computed as published', ({ document }) => {
    const result = answer(document) as unknown as Record<string, unknown[] & Record<string, unknown>>;
    if (document.kind === 'call-order')
      expect(result['callOrder']?.slice(0, (document.expected as unknown[]).length)).toEqual(document.expected);
    else if (document.kind === 'waiting-list')
      expect(result['displayedRanks']).toEqual(document.days.map(({ expected }) => expected));
    else
      for (const policy of ['H', 'L'])
        expect({ matching: result['matching']?.[policy], limits: result['limits']?.[policy] }).toEqual(
          (document.expected as Record<string, object>)[policy],
        );
  });

  test.each(ofKind('rounds'))('$file is played as published', ({ document }) => {
    const { perRun, holdings } = answer(document);
    for (const [index, { expect: wanted = {} }] of document.events.filter((event) => event.do === 'run').entries())
      for (const [part, value] of Object.entries(wanted)) {
        const got = (perRun[index] as unknown as Record<string, object>)[part];
        if (part === 'autoDropped')
          expect((got as object[]).map(String).toSorted()).toEqual((value as object[]).map(String).toSorted());
        else if (part === 'offers') expect(got).toEqual(value);
        else expect(got).toMatchObject(value as object);
      }
    for (const [id, held] of Object.entries(document.expected as Places))
      expect(holdings[id]).toEqual(held === null ? [] : [held].flat());
  });

  test.each(documents)('$file: the checker finds nothing wrong with the answer', ({ document }) => {
    expect(checkDocument(document, answer(document))).toEqual({ violations: [], refusedInput: [] });
  });
});

function relationHolds(document: Fixture, { expected, relation, ignore = [] }: Variant, base: Places): void {
  for (const id of Object.keys(expected).filter((one) => !ignore.includes(one) && Object.hasOwn(base, one))) {
    const moved = standing(document, expected, id) - standing(document, base, id);
    if (relation === 'nobody-worse') expect(moved).toBeLessThanOrEqual(0);
    if (relation === 'nobody-better') expect(moved).toBeGreaterThanOrEqual(0);
    if (relation === 'same') expect(moved).toBe(0);
  }
}

function withCallOrder(document: Fixture): Fixture {
  const { callOrder = {} } = answer(document);
  const programmes = Object.entries(document.programmes).map(
    ([id, rules]) => [id, { ...rules, ranking: callOrder[id] ?? rules.ranking }] as const,
  );
  expect(placed(document)).toEqual(document.expected);
  const candidates = Object.entries(document.candidates).map(
    ([id, list]) => [id, list.filter((choice) => Object.hasOwn(document.programmes, choice))] as const,
  );
  return { ...document, candidates: Object.fromEntries(candidates), programmes: Object.fromEntries(programmes) };
}
