import { expect, test } from '@jest/globals';
import { AsTold } from './as-told.ts';

const known = 'aaaaaaaa-0000-4000-8000-000000000001';
const told = () => new AsTold(new Set([known]), '2027-02-01T09:00:00Z');
const cursor = (at: string, id: string) => Buffer.from(JSON.stringify(['0123456789abcdef', at, id])).toString('base64url');
const pageEnding = (at: string, id: string) => ({
  status: 200,
  headers: '[]',
  body: JSON.stringify({ data: { audit: { pageInfo: { endCursor: cursor(at, id) } } } }),
});
const [one, other] = ['bbbbbbbb-0000-4000-8000-000000000002', 'cccccccc-0000-4000-8000-000000000003'] as const;

/** A page's end as a world tells it that has told an id before: ids are called by the number of their first appearance. */
function endAfter(before: string, at: string, id: string): string {
  const world = told();
  world.text(before);
  return world.reply(pageEnding(at, id));
}

test('where a page ends among what one act made at one instant, is no difference between twins', () => {
  const at = '2027-02-01 09:03:30+00';
  expect(endAfter(`${one} ${other}`, at, one)).toBe(endAfter(`${one} ${other}`, at, other));
});

test('another instant is a difference, and so is another row of what was there before', () => {
  const [later, before] = ['2027-02-01 09:03:31+00', '2027-02-01 08:59:59+00'];
  expect(endAfter('', '2027-02-01 09:03:30+00', one)).not.toBe(endAfter('', later, one));
  expect(endAfter(`${one} ${other}`, before, one)).not.toBe(endAfter(`${one} ${other}`, before, other));
  expect(endAfter('', before, known)).not.toBe(endAfter('', before, one));
});
