import type { ProgrammeInput } from '../market/market.ts';
import { replayLog } from './check-rounds.ts';
import { entry } from './properties.ts';
import type { RoundsDocument } from './replay/replay-state.ts';

type Json = Readonly<Record<string, unknown>>;

/** The checker's own objections to a document, one sentence each: a refusal is right when there is one. */
export function inputFaults(document: unknown): readonly string[] {
  if (!isObject(document)) return ['the document is no object'];
  switch (document['kind'] === undefined ? 'batch' : document['kind']) {
    case 'batch':
    case 'invalid':
      return [
        ...marketFaults(document, false),
        ...faultIf(document['variants'] !== undefined && !Array.isArray(document['variants']), 'variants is no list'),
      ];
    case 'rounds':
      return roundsFaults(document);
    case 'call-order':
      return [
        ...groupFaults(document['groups']),
        ...listFaults(document['ranking'], 'ranking'),
        ...rateFaults(document['minRates'] === undefined ? [] : document['minRates'], document),
      ];
    case 'waiting-list':
      return dayFaults(document['days']);
    case 'ties':
      return scoreFaults(document);
    default:
      return ['the kind is unknown'];
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const faultIf = (wrong: boolean, fault: string): readonly string[] => (wrong ? [fault] : []);
const absentOr = (value: unknown, right: (value: unknown) => boolean, fault: string) =>
  faultIf(value !== undefined && !right(value), fault);

/** A list of distinct texts. */
function listFaults(list: unknown, name: string): readonly string[] {
  if (!Array.isArray(list)) return [`${name} is no list`];
  if (list.some((id) => typeof id !== 'string')) return [`${name} holds something that is no id`];
  return faultIf(new Set(list).size < list.length, `${name} names somebody twice`);
}

function groupFaults(groups: unknown): readonly string[] {
  if (groups === undefined) return [];
  if (!isObject(groups)) return ['groups is no object'];
  return Object.entries(groups).flatMap(([tag, list]) =>
    faultIf(!Array.isArray(list) || list.some((id) => typeof id !== 'string'), `group ${tag} is no list of ids`),
  );
}

function marketFaults(document: Json, rounds: boolean): readonly string[] {
  const { candidates, programmes, dirty, groups } = document;
  const known = isObject(candidates) ? candidates : {};
  const places = isObject(programmes) ? programmes : {};
  return [
    ...faultIf(!isObject(candidates), 'candidates is no object'),
    ...faultIf(!isObject(programmes), 'programmes is no object'),
    ...absentOr(dirty, (value) => typeof value === 'boolean', 'dirty is no boolean'),
    ...groupFaults(groups),
    ...Object.entries(known).flatMap(([id, list]) => [
      ...listFaults(list, `the list of ${id}`),
      ...(dirty === true || !Array.isArray(list)
        ? []
        : list.flatMap((choice) => faultIf(!Object.hasOwn(places, String(choice)), `${id} lists an unknown programme`))),
    ]),
    ...Object.entries(places).flatMap(([id, programme]) =>
      programmeFaults(programme, { document, known, rounds }).map((fault) => `programme ${id}: ${fault}`),
    ),
  ];
}

interface Surroundings {
  readonly document: Json;
  readonly known: Json;
  readonly rounds: boolean;
}

const programmeKeys = new Set(['capacity', 'ranking', 'reserved', 'pools', 'minRates', 'target', 'callUpTo', 'school']);

function programmeFaults(programme: unknown, { document, known, rounds }: Surroundings): readonly string[] {
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

function partFaults(parts: unknown, faults: (part: Json) => readonly string[]): readonly string[] {
  if (!Array.isArray(parts)) return ['a part is no list'];
  return parts.flatMap((part) => (isObject(part) ? faults(part) : ['a part is no object']));
}

const isGroup = (group: unknown, document: Json) => typeof group === 'string' && entry(document['groups'], group) !== undefined;
const beyond = (part: Json, known: readonly string[]) =>
  faultIf(
    Object.keys(part).some((key) => !known.includes(key)),
    'a key names no rule',
  );

function rateFaults(rates: unknown, document: Json): readonly string[] {
  return partFaults(rates, (rate) => [
    ...beyond(rate, ['group', 'percent']),
    ...faultIf(!isGroup(rate['group'], document), 'a rate names no group'),
    ...faultIf(!isWhole(rate['percent']) || rate['percent'] > 100, 'a rate is no percentage'),
  ]);
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

const sum = (parts: readonly { readonly seats: number }[]) => parts.reduce((total, part) => total + part.seats, 0);

function seatFaults({ capacity, target, reserved = [], pools = [] }: ProgrammeInput): readonly string[] {
  const seats = capacity ?? target ?? 0;
  const names = pools.map(({ name }) => name);
  return [
    ...faultIf(reserved.length > 0 && pools.length > 0, 'it has reserves and pools'),
    ...faultIf(sum(reserved) > seats, 'more seats are reserved than there are'),
    ...faultIf(pools.length > 0 && sum(pools) !== seats, 'the pools do not sum to the capacity'),
    ...faultIf(new Set(names).size < names.length, 'two pools bear one name'),
    ...pools.flatMap(({ fallback = null }) =>
      faultIf(fallback !== null && fallback !== 'programme' && !names.includes(fallback), 'a fallback names no pool'),
    ),
  ];
}

function roundsFaults(document: Json): readonly string[] {
  const { mode, auto = [], events = [], candidates } = document;
  const faults = [
    ...marketFaults(document, true),
    ...faultIf(mode !== 'open' && mode !== 'ranked', 'the mode is neither open nor ranked'),
    ...faultIf(
      !Array.isArray(auto) || auto.some((id) => typeof id !== 'string' || entry(candidates, id) === undefined),
      'auto names no candidate',
    ),
    ...faultIf(!Array.isArray(events), 'events is no list'),
  ];
  return faults.length > 0
    ? faults
    : replayLog(document as unknown as RoundsDocument).refused.map((index) => `event ${index} cannot apply`);
}

function dayFaults(days: unknown): readonly string[] {
  if (!Array.isArray(days)) return ['days is no list'];
  return days.flatMap((day: unknown) => {
    if (!isObject(day)) return ['a day is no object'];
    const { waiting, previous } = day;
    const ranks =
      previous === undefined || (isObject(previous) && Object.values(previous).every((rank) => isWhole(rank) && rank > 0));
    return [...listFaults(waiting, 'a day'), ...faultIf(!ranks, "yesterday's ranks are no ranks")];
  });
}

function scoreFaults({ candidates, programmes }: Json): readonly string[] {
  if (!isObject(candidates) || !isObject(programmes)) return ['candidates or programmes is no object'];
  const strange = (list: unknown) => Array.isArray(list) && list.some((choice) => !Object.hasOwn(programmes, String(choice)));
  return [
    ...Object.entries(candidates).flatMap(([id, list]) => [
      ...listFaults(list, `the list of ${id}`),
      ...faultIf(strange(list), `${id} lists an unknown programme`),
    ]),
    ...Object.values(programmes).flatMap((programme) => {
      if (!isObject(programme)) return ['a programme is no object'];
      const { capacity, scores } = programme;
      const right =
        isObject(scores) &&
        Object.entries(scores).every(
          ([id, score]) => Object.hasOwn(candidates, id) && typeof score === 'number' && Number.isFinite(score),
        );
      return [
        ...beyond(programme, ['capacity', 'scores', 'school']),
        ...faultIf(!isWhole(capacity), 'the capacity is no count'),
        ...faultIf(!right, 'the scores are wrong'),
      ];
    }),
  ];
}
