import { changedInput } from '@guichet/allocation/audit/changed-input';
import { checkDocument } from '@guichet/allocation/audit/check-document';
import { inputFaults } from '@guichet/allocation/audit/faults/input-faults';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, placed } from '../answers.ts';
import { markets, runs } from '../markets.ts';

const rich = markets({ candidates: 6, programmes: 4, blocks: true, rates: true });
const who = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'new');
const where = fc.constantFrom('P0', 'P1', 'P2', 'P9');
const listDrawn = fc.shuffledSubarray(['P0', 'P1', 'P2']);
const rankingDrawn = fc.shuffledSubarray(['c0', 'c1', 'c2']);
const change = fc.oneof(
  fc.record({ op: fc.constant('set-capacity'), programme: where, capacity: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ op: fc.constant('remove-candidate'), candidate: who }),
  fc.record({ op: fc.constant('remove-choice'), candidate: who, programme: where }),
  fc.record({ op: fc.constant('set-list'), candidate: who, list: listDrawn }),
  fc.record({ op: fc.constant('add-candidate'), candidate: who, list: listDrawn }),
  fc.record({ op: fc.constant('set-ranking'), programme: where, ranking: rankingDrawn }),
  fc.record({ op: fc.constant('insert-in-ranking'), programme: where, candidate: who, rank: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    op: fc.constant('set-reserved'),
    programme: where,
    reserved: fc.constantFrom([], [{ group: 'walk', seats: 1 }], [{ group: 'none', seats: 1 }]),
  }),
  fc.record({ op: fc.constantFrom('dance', 'set-list') }),
);
const changes = fc.oneof(change, fc.array(change, { maxLength: 3 }));

describe('what-if', () => {
  test('every what-if is the market changed by hand, and the checker makes the same change', () => {
    fc.assert(
      fc.property(rich, fc.array(changes, { minLength: 1, maxLength: 3 }), (market, drawnChanges) => {
        const document = { ...market, variants: drawnChanges.map((told, index) => ({ name: `v${index}`, change: told })) };
        const result = answer(document);
        expect(checkDocument(document, result)).toEqual({ violations: [], refusedInput: [] });
        for (const [index, variant] of result.variants.entries()) {
          const changed = changedInput(market, document.variants[index]?.change);
          expect(variant.matching).toEqual(changed && inputFaults(changed).length === 0 ? placed(changed) : undefined);
          for (const [id, place] of Object.entries(variant.matching ?? {})) {
            const other = [...Object.keys(market.programmes), null].find((one) => one !== place) ?? 'x';
            const variants = result.variants.with(index, { ...variant, matching: { ...variant.matching, [id]: other } });
            expect(checkDocument(document, { variants }).violations).not.toEqual([]);
          }
        }
      }),
      runs(300),
    );
  });
});
