import { expect, test } from '@jest/globals';
import { piecesOf } from './pieces.ts';

async function* from(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

const cut = async (...texts: readonly string[]) => {
  const pieces: string[] = [];
  for await (const piece of piecesOf(from(...texts), 4)) pieces.push(piece.toString());
  return pieces;
};

test('bytes are cut into pieces of one size, whatever the pieces they came in; the last is shorter', async () => {
  expect(await cut('ab', 'cdefghij', '', 'k')).toEqual(['abcd', 'efgh', 'ijk']);
  expect(await cut('abcd')).toEqual(['abcd']);
  expect(await cut()).toEqual([]);
});
