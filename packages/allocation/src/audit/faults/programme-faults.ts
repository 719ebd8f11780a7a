import type { ProgrammeInput } from '../../market/market.ts';
import { entry } from '../properties.ts';
import { seatFaults } from './seat-faults.ts';
import { absentOr, beyond, faultIf, isObject, isWhole, type Json, listFaults, partFaults } from './shape-faults.ts';

/** What a programme is read in. */
export interface Surroundings {
  readonly document: Json;
  readonly known: Json;
  readonly rounds: boolean;
}

const programmeKeys = new Set(['capacity', 'ranking', 'reserved', 'pools', 'minRates', 'target', 'callUpTo', 'school']);

/** The faults of one programme; its seats are counted once every part has its shape. */
export function programmeFaults(programme: unknown, { document, known, rounds }: Surroundings): readonly string[] {
  if (!isObject(programme)) return ['it is no object'];
  const { capacity, target, callUpTo, school, ranking, reserved = [], pools = [], minRates = [] } = programme;
  const rankings: readonly unknown[] = [
    ranking,
    ...(Array.isArray(pools)
      ? pools.flatMap((pool) => (isObject(pool) && pool['ranking'] !== undefined ? [pool['ranking']] : []))
      : []),
  ];
  const faults = [
    ...faultIf(
      Object.keys(programme).some((key) => !programmeKeys.has(key)),
      'a key names no rule',
    ),
    ...faultIf(!(isWhole(capacity) || (rounds && capacity === undefined && target !== undefined)), 'the capacity is no count'),
    ...absentOr(target, isWhole, 'the target is no count'),
    ...absentOr(callUpTo, isWhole, 'the block call is no rank'),
    ...absentOr(school, (value) => typeof value === 'string', 'the school is no text'),
    ...rankings.flatMap((list) => rankingFaults(list, document, known)),
    ...rateFaults(minRates, document),
    ...partFaults(reserved, (reserve) => reserveFaults(reserve, document)),
    ...partFaults(pools, poolFaults),
  ];
  return faults.length > 0 ? faults : seatFaults(programme as unknown as ProgrammeInput);
}

function rankingFaults(list: unknown, document: Json, known: Json): readonly string[] {
  const strange = document['dirty'] !== true && Array.isArray(list) && list.some((id) => !Object.hasOwn(known, String(id)));
  return [...listFaults(list, 'a ranking'), ...faultIf(strange, 'a ranking names an unknown candidate')];
}

function reserveFaults(reserve: Json, document: Json): readonly string[] {
  return [
    ...beyond(reserve, ['group', 'seats', 'order', 'unfilled', 'target']),
    ...faultIf(!isGroup(reserve['group'], document), 'a reserve names no group'),
    ...faultIf(!isWhole(reserve['seats']), 'the seats of a reserve are no count'),
    ...absentOr(reserve['target'], isWhole, 'the target of a reserve is no count'),
    ...absentOr(
      reserve['order'],
      (value) => value === 'before-open' || value === 'after-open',
      'a reserve has no such filling order',
    ),
    ...absentOr(reserve['unfilled'], (value) => value === 'open' || value === 'empty', 'a reserve has no such end'),
  ];
}

function poolFaults(pool: Json): readonly string[] {
  return [
    ...beyond(pool, ['name', 'seats', 'ranking', 'fallback', 'target']),
    ...faultIf(typeof pool['name'] !== 'string', 'a pool has no name'),
    ...faultIf(!isWhole(pool['seats']), 'the seats of a pool are no count'),
    ...absentOr(pool['target'], isWhole, 'the target of a pool is no count'),
    ...absentOr(pool['fallback'], (value) => value === null || typeof value === 'string', 'a fallback is no name'),
  ];
}

const isGroup = (group: unknown, document: Json) => typeof group === 'string' && entry(document['groups'], group) !== undefined;

/** The faults of minimum rates. */
export function rateFaults(rates: unknown, document: Json): readonly string[] {
  return partFaults(rates, (rate) => [
    ...beyond(rate, ['group', 'percent']),
    ...faultIf(!isGroup(rate['group'], document), 'a rate names no group'),
    ...faultIf(!isWhole(rate['percent']) || rate['percent'] > 100, 'a rate is no percentage'),
  ]);
}
