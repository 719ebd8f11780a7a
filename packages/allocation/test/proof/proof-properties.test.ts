import { allocate } from '@guichet/allocation/batch/allocate';
import { answerTo } from '@guichet/allocation/cli/fixture-answer';
import { cutoffs } from '@guichet/allocation/explanation/cutoffs';
import { canonicalJson, canonicalText, type Json } from '@guichet/allocation/proof/canonical-json';
import { checkBundle } from '@guichet/allocation/proof/check-bundle';
import { type ProofBundle, proofBundle } from '@guichet/allocation/proof/proof-bundle';
import { seal } from '@guichet/allocation/proof/seal';
import { publishedCutoffs } from '@guichet/allocation/proof/small-numbers';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sealed } from '../answers.ts';
import { markets, runs } from '../markets.ts';
import { campaigns, drawn } from '../rounds/campaigns.ts';

const plainJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const making = {
  key: new TextEncoder().encode('a key the consortium keeps'),
  at: '2026-07-01T08:00:00Z',
  engine: 'engine/1',
  compute: (input: Json) => plainJson(answerTo(input)),
};

describe('proof', () => {
  test('canonical JSON is the example of RFC 8785', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(canonicalText({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  test('canonical JSON is stable, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
      runs(500),
    );
  });

  test('canonical JSON refuses what I-JSON refuses, and depth does not touch the stack', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\ud800': 1 }, undefined])
      expect(() => canonicalJson(value as Json)).toThrow(RangeError);
    let deep: Json = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(canonicalText(deep)).toHaveLength(200_002);
  });

  test('a seal is the SHA-256 of the canonical bytes with time and engine, and changes with any change', async () => {
    expect(await seal({}, '2026-07-01T08:00:00Z', 'engine/1')).toMatchObject({ at: '2026-07-01T08:00:00Z', engine: 'engine/1' });
    expect((await seal({}, '', '')).sha256).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (one, other) => {
        const [first, second] = [await seal(one as Json, '', ''), await seal(other as Json, '', '')];
        expect(first.sha256 === second.sha256).toBe(canonicalText(one as Json) === canonicalText(other as Json));
      }),
      runs(100),
    );
  });

  test('P12 a bundle of a batch or of a campaign replays, names nobody, and fails when any part is changed', async () => {
    const documents = fc.oneof(
      markets({ candidates: 5, programmes: 3, blocks: true, rates: true }),
      campaigns({ candidates: 4, programmes: 3, events: 12, blocks: true }).map((campaign) => ({
        kind: 'rounds',
        ...drawn(campaign).input,
      })),
    );
    await fc.assert(
      fc.asyncProperty(documents, fc.nat(), async (document, draw) => {
        const bundle = await proofBundle(plainJson(document) as Readonly<Record<string, Json>>, making);
        expect(await checkBundle(bundle)).toEqual({ violations: [], refusedInput: [] });
        expect(JSON.stringify(bundle)).not.toMatch(/"c\d"/);
        const mutated = digitMoved(bundle, draw);
        const { violations, refusedInput } = await checkBundle(mutated);
        expect(violations.length + refusedInput.length).toBeGreaterThan(0);
      }),
      runs(150),
    );
  });

  test('a bundle made for another checker is told apart', async () => {
    const bundle = await proofBundle({ candidates: {}, programmes: {} }, making);
    expect((await checkBundle({ ...bundle, checker: 'checker/0' })).violations.map(({ property }) => property)).toEqual(['P12']);
  });

  test('n.c. cannot be undone: every hidden figure could be another one, given all that is published', () => {
    fc.assert(
      fc.property(markets({ candidates: 9, programmes: 3, seats: 6, blocks: true }), (market) => {
        const whole = sealed(market);
        const exact = cutoffs(whole, allocate(whole));
        for (const [index, line] of publishedCutoffs(exact).entries()) {
          const hidden = line.blocks.filter(({ filled }) => filled === 'n.c.');
          for (const [block, { filled }] of line.blocks.entries())
            expect(filled === 'n.c.').toBe((exact[index]?.blocks[block]?.filled as number) < 3);
          if (hidden.length > 0) expect([line.filled, line.lastAdmittedRank]).toEqual(['n.c.', 'n.c.']);
          for (const { lastRank } of hidden) expect(lastRank).toBe('n.c.');
          expect(hidden.length > 0 || line.filled === exact[index]?.filled).toBe(true);
        }
      }),
      runs(200),
    );
  });
});

/** One letter or digit of the seals, the input or the result moved. */
function digitMoved(bundle: ProofBundle, draw: number): ProofBundle {
  const text = JSON.stringify({
    seals: { lists: bundle.seals.lists.sha256, rankings: bundle.seals.rankings.sha256 },
    digests: bundle.digests,
    input: bundle.input,
    result: bundle.result,
  });
  const places = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
  const place = places[draw % places.length] as number;
  const moved = JSON.parse(`${text.slice(0, place)}${(Number(text[place]) % 9) + 1}${text.slice(place + 1)}`) as {
    seals: { lists: string; rankings: string };
    digests: ProofBundle['digests'];
    input: Json;
    result: Json;
  };
  return {
    ...bundle,
    ...moved,
    seals: {
      lists: { ...bundle.seals.lists, sha256: moved.seals.lists },
      rankings: { ...bundle.seals.rankings, sha256: moved.seals.rankings },
    },
  };
}
