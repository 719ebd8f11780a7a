import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  test.each([
    [null, 'null'],
    [[true, false, -0, 1e21, 0.1, 1e-7, JSON.parse('333333333.33333329')], '[true,false,0,1e+21,0.1,1e-7,333333333.3333333]'],
    ['\u20ac$\u000F\nA\'B"\\\u2028', '"€$\\u000f\\nA\'B\\"\\\\\u2028"'],
    [{ b: 1, a: [{ d: null, c: 'é' }], B: {} }, '{"B":{},"a":[{"c":"é","d":null}],"b":1}'],
    [Object.assign(Object.create(null), { y: 1, x: 2 }), '{"x":2,"y":1}'],
  ])('%j is written %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('keys stand in the order of their code units', () => {
    const keys = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\u{1f600}': 6, '\u0080': 3, '\u00f6': 4 };
    expect(JSON.parse(`[${canonicalJson(keys).match(/\d(?=[,}])/g)}]`)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('two values that differ only in the order of their keys have one text', () => {
    expect(canonicalJson({ a: 1, b: { d: 2, c: 3 } })).toBe(canonicalJson({ b: { c: 3, d: 2 }, a: 1 }));
  });

  test('a key named __proto__ is a key', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  const endless: unknown[] = [];
  endless.push(endless);
  test.each([
    ['undefined', undefined],
    ['an absent member', { a: undefined }],
    ['a hole in a list', Object.assign([1], { length: 2 })],
    ['NaN', [Number.NaN]],
    ['Infinity', { a: Number.POSITIVE_INFINITY }],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['an instant', Temporal.Instant.from('2027-01-01T00:00:00Z')],
    ['a map', new Map([['a', 1]])],
    ['a lone surrogate', 'a\ud800'],
    ['a lone surrogate in a key', { '\ud800': 1 }],
    ['what has no end', endless],
  ])('%s is refused', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('a refusal tells where, and never the value', () => {
    expect(() => canonicalJson({ a: [{ name: 'Marie', when: undefined }] })).toThrow(
      'Canonical JSON cannot hold undefined at /a/0/when',
    );
  });
});
