import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const catalogue = readFileSync(new URL('../../../../schema/errors.md', import.meta.url), 'utf8');
const rows = catalogue.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$/gm);
const plain = (text: string) => text.replace(/ \([^)]*\)/, '').replace(/\.$/, '');

test('what a refusal says is never only what it means: it tells how to mend it', () => {
  const bare = [...rows].filter(([, , meaning = '', english = '']) => plain(english) === plain(meaning));
  expect(bare.map(([, code]) => code)).toEqual([]);
});
