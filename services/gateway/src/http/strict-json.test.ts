import { expect, test } from '@jest/globals';
import { localeOf } from './locale.ts';
import { strictJson } from './strict-json.ts';

const read = (text: string) => strictJson(new TextEncoder().encode(text));

test('JSON is read as it stands', () => {
  expect(read(' {"a": [1, "x\\"{[:", {"b": null}], "b": {"a": "\\ud83d\\ude00"}} ')).toEqual({
    a: [1, 'x"{[:', { b: null }],
    b: { a: '😀' },
  });
  expect(read(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeInstanceOf(Array);
});

test.each([
  ['a key twice', '{"a":1,"a":2}'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key twice deep inside', '{"a":[{"b":{"c":1,"c":1}}]}'],
  ['a prototype', '{"__proto__":{}}'],
  ['a constructor deep inside', '{"a":[{"constructor":1}]}'],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
  ['no end', '{"a":'],
  ['a byte order mark', '\uFEFF{}'],
  ['nothing', ''],
])('%s is refused', (_name, text) => {
  expect(() => read(text)).toThrow('Malformed JSON');
});

test('the language is the best of ours that is asked for, else French', () => {
  const headers = [undefined, '', 'en', 'en-GB;q=0.7, fr;q=0.2', 'de', 'fr;q=0, en;q=0.1', 'en;q=0', 'x'.repeat(10_000)];
  expect(headers.map(localeOf)).toEqual(['fr', 'fr', 'en', 'en', 'fr', 'en', 'fr', 'fr']);
});

test('after bytes that are no UTF-8 the next are read as if nothing had been', () => {
  for (const broken of [Buffer.from([0x22, 0xc3]), Buffer.from([0xff, 0x7b]), Buffer.from([0xe2, 0x82])])
    expect(() => strictJson(broken)).toThrow('Malformed JSON');
  expect(strictJson(Buffer.from('{"a":"é"}'))).toEqual({ a: 'é' });
});
