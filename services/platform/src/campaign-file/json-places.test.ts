import { expect, test } from '@jest/globals';
import { lineAndColumn, placesOf } from './json-places.ts';

test('each value is found by its pointer, whatever stands in names and strings', () => {
  const text = '{"a/b": [1, {"~": "x\\"}"}],\n "": null}';
  expect([...placesOf(text).offsets].map(([pointer, offset]) => `${pointer} ${lineAndColumn(text, offset)}`)).toEqual([
    ' 1:1',
    '/a~1b 1:9',
    '/a~1b/0 1:10',
    '/a~1b/1 1:13',
    '/a~1b/1/~0 1:19',
    '/ 2:6',
  ]);
});

test.each([
  '',
  '{',
  '[1,]',
  '{"a":1,}',
  '{"a" 1}',
  "{'a': 1}",
  '[1 2]',
  '"a\nb"',
  '01',
  'nul',
  '{} {}',
  '['.repeat(40),
  '"\\x"',
  '"\t"',
  '"\u001f"',
])('%j is refused where JSON.parse refuses it too', (text) => {
  expect(() => placesOf(text)).toThrow();
  expect(() => JSON.parse(text)).toThrow();
});

test('names written twice are told, however they are escaped', () => {
  expect(placesOf('{"a": 1, "\\u0061": 2, "b": {"a": 3}}').repeated).toEqual(['/a']);
});

test('a string may hold any other character, lone halves and the delete character with them', () => {
  const text = JSON.stringify(['\u007f\u0085', '漢字 😀 \u2028']) + '\n';
  expect([...placesOf(text).offsets.keys()]).toEqual(['', '/0', '/1']);
  expect([...placesOf('["\ud800"]').offsets.keys()]).toEqual(['', '/0']);
});
