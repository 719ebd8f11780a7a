import { checkDocument } from '@guichet/allocation/audit/check-document';
import { checkNumbered } from '@guichet/allocation/audit/check-numbered';
import { entry, keysOf, quoted, violation } from '@guichet/allocation/audit/properties';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

const words = (document: object, result: unknown) =>
  checkDocument(document, result).violations.map(({ explanation }) => explanation);

describe('what the checker says of a counter-example', () => {
  test('R2 a call order: the position, whose it is, and who stands there instead', () => {
    const order = { kind: 'call-order', ranking: ['a', 'b'] };
    expect(words(order, { callOrder: ['a', 'c'] })).toEqual(['Position 2 belongs to "b", not to "c".']);
    expect(words(order, { callOrder: ['a'] })).toEqual(['Position 2 belongs to "b", not to null.']);
    expect(words(order, { callOrder: ['a', 'b', 'c'] })).toEqual(['Nobody is left for position 3.']);
  });

  test('P2 an envy: the rank, and a free seat or the rank that was admitted', () => {
    const market = { candidates: { a: ['P'], b: ['P'] }, programmes: { P: { capacity: 1, ranking: ['a', 'b'] } } };
    expect(words(market, { matching: { a: null, b: 'P' } })).toEqual([
      'Ranked 1 and preferring it, behind whom rank 2 was admitted.',
    ]);
    expect(words(market, { matching: { a: null, b: null } })).toEqual([
      'Ranked 1 and preferring it, with a seat free.',
      'Ranked 2 and preferring it, with a seat free.',
    ]);
  });

  test('P3 a better stable matching: everybody who could have better, and where, and nobody else', () => {
    const crossed = {
      candidates: { z: ['R'], a: ['P', 'Q'], b: ['Q', 'P'] },
      programmes: {
        R: { capacity: 1, ranking: ['z'] },
        P: { capacity: 1, ranking: ['b', 'a'] },
        Q: { capacity: 1, ranking: ['a', 'b'] },
      },
    };
    expect(words(crossed, { matching: { z: 'R', a: 'Q', b: 'P' } })).toEqual([
      'A better stable matching exists: 1 could have 1, 2 could have 2.',
    ]);
  });

  test('P1 a quota exceeded: how many for how many seats', () => {
    const numbered = {
      candidates: 2,
      programmes: 1,
      listStart: Uint32Array.of(0, 1, 2),
      list: Uint32Array.of(0, 0),
      rank: Uint32Array.of(1, 2),
      capacity: Uint32Array.of(1),
    };
    expect(checkNumbered(numbered, Uint32Array.of(0, 0)).map(({ explanation }) => explanation)).toEqual([
      '2 admitted for 1 seats.',
    ]);
  });

  test('R9 P8 displayed ranks: the day, the rank to be shown, and the one of the day before', () => {
    const days = { kind: 'waiting-list', days: [{ waiting: ['a', 'b'] }, { waiting: ['b'] }] };
    expect(words(days, { displayedRanks: [{ a: 1, b: 2 }, { b: 3 }] })).toEqual([
      'Day 2: Rank 1 is to be shown, not 3.',
      "Day 2: Yesterday's rank was 2.",
    ]);
    expect(words(days, { displayedRanks: [{ a: 1 }, { b: 1 }] })).toEqual(['Day 1: Rank 2 is to be shown, not null.']);
  });

  test('R1 equal treatment: the policy, what is right and what was said', () => {
    const ties = { kind: 'ties', candidates: { a: ['P'], b: ['P'] }, programmes: { P: { capacity: 1, scores: { a: 2, b: 1 } } } };
    expect(words(ties, { limits: { H: { P: 2 }, L: { P: 1 } } })).toEqual(['Policy L: 2 is right, not 1.']);
    expect(words(ties, { limits: { H: {}, L: { P: 2 } } })).toEqual(['Policy H: 2 is right, not null.']);
    const zero = { ...ties, programmes: { P: { capacity: 1, scores: { a: 0, b: -1 } } } };
    expect(words(zero, { limits: { H: { P: 0 }, L: { P: -0 } } })).toEqual([]);
  });

  test('P12 variants and runs are numbered from one', () => {
    const market = { candidates: { a: ['P'] }, programmes: { P: { capacity: 1, ranking: ['a'] } } };
    const variants = [{ name: 'x' }, { name: 'y' }];
    const [x, y] = answer({ ...market, variants }).variants as unknown as readonly [object, object];
    expect(words({ ...market, variants }, { variants: [x, { ...y, name: 'z' }] })).toEqual(['Variant 2 is named "y".']);
    expect(words({ ...market, variants }, { variants: [x, { name: 'y' }] })).toEqual([
      'Variant 2: The result says nothing of it.',
    ]);
    const rounds = { kind: 'rounds', mode: 'open', ...market, events: [{ do: 'run' }, { do: 'run' }] };
    const [first, second] = answer(rounds).perRun;
    expect(words(rounds, { perRun: [first, { ...second, lastCalled: { P: 2 } }] })).toEqual([
      'Run 2: The last rank called is 1.',
    ]);
  });

  test('nobody in particular is written as a dash, an id in quotation marks', () => {
    expect([quoted(null), quoted('a"b')]).toEqual(['-', '"a\\"b"']);
    expect(violation('P1', 'x')).toEqual({ property: 'P1', programme: null, candidate: null, explanation: 'x' });
  });

  test('whatever comes from outside has its own keys and no others', () => {
    for (const none of [undefined, null, 3, 'ab', true]) expect([keysOf(none), entry(none, 'length')]).toEqual([[], undefined]);
    expect(keysOf({ a: 1, b: 2 })).toEqual(['a', 'b']);
    expect([entry({ a: 1 }, 'a'), entry({}, 'toString')]).toEqual([1, undefined]);
  });
});
