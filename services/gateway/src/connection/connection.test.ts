import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { cursorOf, digestOf, isInstantKey, isTextKey, positionOf } from './keyset.ts';
import { decodeId, encodeId, readId } from './node-id.ts';
import { connectionFrom } from './page.ts';
import { pageWindow } from './page-arguments.ts';

const uuid = '3f2a7c1e-9b4d-4c8a-8f1e-2d3c4b5a6978';
const argumentOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { facts?: { argument?: string } }).facts?.argument;
  }
};

describe('ids', () => {
  test('an id is read back by its own type alone', () => {
    const id = encodeId('School', uuid);
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
    expect([decodeId('School', id), decodeId('Campaign', id)]).toEqual([uuid, null]);
    expect(readId(id)).toEqual({ type: 'School', uuid });
  });

  test('E-09 whatever is not an id in its one spelling is read as none', () => {
    const version1 = encodeId('School', uuid.replace('-4c8a', '-1c8a'));
    const upper = Buffer.from(`School:${uuid.toUpperCase()}`).toString('base64url');
    const spellings = [
      '',
      'x',
      '007',
      uuid,
      `${encodeId('School', uuid)}=`,
      ` ${encodeId('School', uuid)}`,
      version1,
      upper,
      'é'.repeat(300),
    ];
    expect(spellings.map(readId)).toEqual(spellings.map(() => null));
  });
});

describe('pages', () => {
  test('a page is first and after, or last and before, 1 to 100', () => {
    expect(pageWindow({ first: 1, after: 'c' })).toEqual({ size: 1, isBackward: false, cursorArgument: 'after', cursor: 'c' });
    expect(pageWindow({ last: 100, first: null })).toEqual({
      size: 100,
      isBackward: true,
      cursorArgument: 'before',
      cursor: null,
    });
  });

  test.each([
    [{}, 'first'],
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: -1 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ first: 1, before: 'x' }, 'before'],
    [{ last: 1, after: 'x' }, 'after'],
    [{ first: 1, after: '' }, 'after'],
  ])('%j is refused at %s', (given, argument) => {
    expect(argumentOf(() => pageWindow(given))).toBe(argument);
  });

  test('a full page knows that others follow, an empty one has no cursors', () => {
    const making = {
      page: pageWindow({ first: 2 }),
      digest: 'd',
      positionOf: (id: string) => ({ key: null, id }),
      nodeOf: (id: string) => id,
    };
    const full = connectionFrom(['a', 'b', 'c'], making);
    expect([full.edges.map((edge) => edge?.node), full.pageInfo.hasNextPage, full.totalCount]).toEqual([['a', 'b'], true, null]);
    const empty = connectionFrom([], { ...making, totalCount: 0 });
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = empty.pageInfo;
    expect([hasNextPage, hasPreviousPage, startCursor, endCursor]).toEqual([false, false, null, null]);
    expect(empty.totalCount).toBe(0);
  });
});

describe('cursors', () => {
  const digest = digestOf({ name: 'candidacies', order: 'RECEIVED_AT_DESC', filter: { states: ['RECEIVED'], search: 'x' } });
  const read = (cursor: string, with_ = digest) => positionOf(pageWindow({ first: 1, after: cursor }), with_, isInstantKey);

  test('a cursor keeps the sort key at full precision, and null', () => {
    for (const key of ['2027-04-06 21:59:00.123456+00', null])
      expect(read(cursorOf({ key, id: uuid }, digest))).toEqual({ key, id: uuid });
  });

  test('a filter written in another order has the same digest, another filter or order another', () => {
    const same = digestOf({ name: 'candidacies', order: 'RECEIVED_AT_DESC', filter: { search: 'x', states: ['RECEIVED'] } });
    const other = digestOf({ name: 'candidacies', order: 'RECEIVED_AT_ASC', filter: { search: 'x', states: ['RECEIVED'] } });
    expect([same === digest, other === digest]).toEqual([true, false]);
  });

  test('a cursor of another list, of another shape or with a forged key is refused', () => {
    const forged = [
      ['x', null, uuid],
      [digest, 'now()', uuid],
      [digest, null, 'x'],
      [digest, 7, uuid],
      [digest, null],
      { digest },
    ];
    for (const parts of forged) {
      expect(argumentOf(() => read(Buffer.from(JSON.stringify(parts)).toString('base64url')))).toBe('after');
    }
    expect(argumentOf(() => read(cursorOf({ key: null, id: uuid }, digest), 'another'))).toBe('after');
    expect([isTextKey('Éa'), isTextKey('\0'), isTextKey('\ud800')]).toEqual([true, false, false]);
  });
});
