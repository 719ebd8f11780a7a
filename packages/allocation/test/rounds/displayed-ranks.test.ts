import { checkDocument } from '@guichet/allocation/audit/check-document';
import { displayedRanks } from '@guichet/allocation/waiting-ranks/displayed-rank';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer } from '../answers.ts';
import { runs } from '../markets.ts';

const people = ['1', '2', '3', '4', '5', '6', '7', '8'];
const days = fc.array(fc.noBias(fc.subarray(people)), { maxLength: 6 });

describe('displayed waiting ranks (R9)', () => {
  test('R9 two people who come back show the rank of the next known one behind', () => {
    const yesterday = new Map([
      ['3', 1],
      ['4', 2],
      ['7', 3],
      ['8', 4],
    ]);
    expect([...displayedRanks(['3', '4', '5', '6', '7', '8'], yesterday).values()]).toEqual([1, 2, 3, 3, 3, 4]);
    expect([...displayedRanks(['5', '6', '3', '9', '4'], yesterday).values()]).toEqual([1, 1, 1, 2, 2]);
    expect([...displayedRanks(['a', 'b'], new Map<string, number>()).values()]).toEqual([1, 2]);
  });

  test('R9 day after day the checker agrees, ranks never get worse, and nobody waits at a better rank than someone before them', () => {
    fc.assert(
      fc.property(days, (drawn) => {
        const document = { kind: 'waiting-list', days: drawn.map((waiting) => ({ waiting })) };
        const { displayedRanks: shown } = answer(document) as unknown as {
          readonly displayedRanks: readonly Readonly<Record<string, number>>[];
        };
        expect(checkDocument(document, { displayedRanks: shown })).toEqual({ violations: [], refusedInput: [] });
        for (const [day, ranks] of shown.entries()) {
          const inOrder = (drawn[day] as readonly string[]).map((id) => ranks[id] as number);
          expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
          for (const [id, rank] of Object.entries(ranks)) expect(rank).toBeLessThanOrEqual(shown[day - 1]?.[id] ?? rank);
        }
      }),
      runs(500),
    );
  });
});
