import { expect, test } from '@jest/globals';
import { toldOnce } from './told-once.ts';

test('an answer is let go of once it is told', () => {
  const data: Record<string, unknown> = { desk: { rows: [1, 2] }, me: null };
  expect(toldOnce({ data, extensions: { cost: 1 } })).toBe(
    '{"data":{"desk":{"rows":[1,2]},"me":null},"extensions":{"cost":1}}\n',
  );
  expect(data).toEqual({});
  expect(toldOnce({ data: null })).toBe('{"data":null}\n');
  expect(toldOnce({ errors: [] })).toBe('{"errors":[]}\n');
});
