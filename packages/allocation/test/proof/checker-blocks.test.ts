import { readBlocks } from '@guichet/allocation/audit/blocks-by-hand';
import type { Pool, ProgrammeInput, Reserve } from '@guichet/allocation/market/market';
import { blocksOfProgramme } from '@guichet/allocation/seats/blocks-of-programme';
import { describe, expect, test } from '@jest/globals';

const groups = { walk: ['c', 'd'], boursier: ['b'] };
const ranking = ['a', 'b', 'c', 'd'];

/** Each block as its name, seats, target and list, read by the checker; the engine must read the same. */
function blocks(rules: Partial<ProgrammeInput>) {
  const programme = { capacity: 3, ranking, ...rules };
  const read = readBlocks(programme, groups).blocks;
  expect(blocksOfProgramme(programme, ranking, groups)).toEqual(read);
  return read.map(({ name, seats, target, list }) => [name, seats, target, list.join('')]);
}

describe('blocks of seats, read by checker and engine alike (R3, R4)', () => {
  test('R3 without reserves there is the open block, whose target is the seats unless given', () => {
    expect(blocks({})).toEqual([['open', 3, 3, 'abcd']]);
    expect(blocks({ target: 5 })).toEqual([['open', 3, 5, 'abcd']]);
    expect(readBlocks({ ranking, target: 2 }, {}).blocks).toEqual([{ name: 'open', seats: 2, target: 2, list: ranking }]);
  });

  test('R3 a reserve that reverts reads its members and then the others, one that stays empty its members only', () => {
    const walk = (more: Partial<Reserve>) => blocks({ reserved: [{ group: 'walk', seats: 1, ...more }] });
    expect(walk({})).toEqual([
      ['reserved:walk', 1, 1, 'cdab'],
      ['open', 2, 2, 'abcd'],
    ]);
    expect(walk({ unfilled: 'open' })).toEqual(walk({}));
    expect(walk({ order: 'before-open' })).toEqual(walk({}));
    expect(walk({ unfilled: 'empty' })[0]).toEqual(['reserved:walk', 1, 1, 'cd']);
    expect(walk({ order: 'after-open' }).map(([name]) => name)).toEqual(['open', 'reserved:walk']);
  });

  test('R3 the target of a reserve is its seats unless given, and what the reserves call is not called by the open block', () => {
    const reserved = [{ group: 'walk', seats: 1, target: 2 }];
    expect(blocks({ reserved, target: 3 })).toEqual([
      ['reserved:walk', 1, 2, 'cdab'],
      ['open', 2, 1, 'abcd'],
    ]);
    expect(blocks({ reserved, target: 1 })[1]).toEqual(['open', 2, 0, 'abcd']);
  });

  test('R3 a group reserved twice bears its number', () => {
    const walk = { group: 'walk', seats: 1 };
    const names = blocks({ reserved: [walk, { group: 'boursier', seats: 1 }, walk] }).map(([name]) => name);
    expect(names).toEqual(['reserved:walk', 'reserved:boursier', 'reserved:walk:2', 'open']);
  });

  test('R4 a pool reads its own ranking or that of the programme, then its fallback, nobody twice', () => {
    const exam: Pool = { name: 'exam', seats: 1, ranking: ['d', 'a'] };
    const pool = (more: Partial<Pool>) => blocks({ pools: [exam, { name: 'astg3', seats: 2, ...more }] })[1];
    expect(pool({})).toEqual(['astg3', 2, 2, 'abcd']);
    expect(pool({ target: 0 })).toEqual(['astg3', 2, 0, 'abcd']);
    expect(pool({ ranking: ['c'] })).toEqual(['astg3', 2, 2, 'c']);
    expect(pool({ ranking: ['c'], fallback: null })).toEqual(['astg3', 2, 2, 'c']);
    expect(pool({ ranking: ['c'], fallback: 'programme' })).toEqual(['astg3', 2, 2, 'cabd']);
    expect(pool({ ranking: ['a'], fallback: 'exam' })).toEqual(['astg3', 2, 2, 'ad']);
    const other: Pool = { name: 'exam', seats: 1 };
    expect(blocks({ pools: [other, { name: 'astg3', seats: 2, ranking: ['c'], fallback: 'exam' }] })[1]?.[3]).toBe('cabd');
  });
});
