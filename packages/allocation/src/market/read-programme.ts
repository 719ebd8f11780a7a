import type { Id, Pool, ProgrammeInput, Reserve } from './market.ts';
import { type Objections, object, within } from './objections.ts';
import { counted, eachEntry, isCount, isRecord, oneOf, onlyKeys, shapeless, textList } from './read-shapes.ts';

const programmeKeys = ['capacity', 'ranking', 'reserved', 'pools', 'minRates', 'target', 'callUpTo', 'school'];
const reserveKeys = ['group', 'seats', 'order', 'unfilled', 'target'];
const poolKeys = ['name', 'seats', 'ranking', 'fallback', 'target'];
const rateKeys = ['group', 'percent'];

/** What sealing needs beside the programme: the groups, and whether a target may stand for the capacity. */
export interface ProgrammeContext {
  readonly groups: ReadonlySet<Id>;
  readonly rounds: boolean;
}

/** Objects to one programme's shape and numbers (R1..R4). */
export function readProgramme(value: unknown, context: ProgrammeContext, at: Objections): void {
  const before = at.found.length;
  if (!isRecord(value)) return void shapeless(at, 'A programme is an object with capacity and ranking.');
  onlyKeys(value, programmeKeys, at);
  counted(value, 'target', 'bad-target', at);
  counted(value, 'callUpTo', 'bad-rank', at);
  if (value['school'] !== undefined && typeof value['school'] !== 'string')
    shapeless(within(at, 'school'), 'A school is a text.');
  const mayLack = context.rounds && value['target'] !== undefined;
  if (value['capacity'] !== undefined || !mayLack) counted(value, 'capacity', 'bad-capacity', at, true);
  textList(value['ranking'], within(at, 'ranking'));
  eachEntry(value['minRates'], within(at, 'minRates'), (rate, place) => readRate(rate, context, place));
  eachEntry(value['reserved'], within(at, 'reserved'), (reserve, place) => readReserve(reserve, context, place));
  eachEntry(value['pools'], within(at, 'pools'), readPool);
  if (at.found.length === before) sumsHold(value as unknown as ProgrammeInput, at);
}

function readRate(rate: Readonly<Record<string, unknown>>, context: Pick<ProgrammeContext, 'groups'>, at: Objections): void {
  onlyKeys(rate, rateKeys, at);
  knownGroup(rate['group'], context, at);
  const percent = rate['percent'];
  if (!isCount(percent) || percent > 100) object(within(at, 'percent'), 'bad-percent', 'A rate is an integer from 0 to 100.');
}

function readReserve(reserve: Readonly<Record<string, unknown>>, context: ProgrammeContext, at: Objections): void {
  onlyKeys(reserve, reserveKeys, at);
  knownGroup(reserve['group'], context, at);
  counted(reserve, 'seats', 'bad-seats', at, true);
  counted(reserve, 'target', 'bad-target', at);
  oneOf(reserve, 'order', ['before-open', 'after-open'], at);
  oneOf(reserve, 'unfilled', ['open', 'empty'], at);
}

function readPool(pool: Readonly<Record<string, unknown>>, at: Objections): void {
  onlyKeys(pool, poolKeys, at);
  if (typeof pool['name'] !== 'string') shapeless(within(at, 'name'), 'A pool has a name.');
  counted(pool, 'seats', 'bad-seats', at, true);
  counted(pool, 'target', 'bad-target', at);
  if (pool['ranking'] !== undefined) textList(pool['ranking'], within(at, 'ranking'));
  const fallback = pool['fallback'];
  if (fallback !== undefined && fallback !== null && typeof fallback !== 'string')
    shapeless(within(at, 'fallback'), 'A fallback is the name of a pool, "programme" or null.');
}

function sumsHold(programme: ProgrammeInput, at: Objections): void {
  const seats = programme.capacity ?? programme.target ?? 0;
  const reserves: readonly Reserve[] = programme.reserved ?? [];
  const pools: readonly Pool[] = programme.pools ?? [];
  if (reserves.length > 0 && pools.length > 0) object(at, 'reserves-and-pools', 'A programme has reserves or pools, not both.');
  const reserved = reserves.reduce((sum, reserve) => sum + reserve.seats, 0);
  if (reserved > seats) object(within(at, 'reserved'), 'reserves-over-capacity', `${reserved} seats reserved of ${seats}.`);
  if (pools.length > 0) poolsHold(pools, seats, within(at, 'pools'));
}

function poolsHold(pools: readonly Pool[], seats: number, at: Objections): void {
  const sum = pools.reduce((total, pool) => total + pool.seats, 0);
  if (sum !== seats) object(at, 'pools-do-not-sum', `The pools hold ${sum} seats, the programme ${seats}.`);
  const names = new Set<Id>();
  for (const [index, { name }] of pools.entries()) {
    if (names.has(name)) object(within(at, index, 'name'), 'duplicate-pool', 'Two pools bear one name.');
    names.add(name);
  }
  for (const [index, { fallback }] of pools.entries())
    if (typeof fallback === 'string' && fallback !== 'programme' && !names.has(fallback))
      object(within(at, index, 'fallback'), 'unknown-pool', 'The fallback names no pool of this programme.');
}

/** Reads rates outside a programme (kind call-order). */
export function readRates(value: unknown, groups: ReadonlySet<Id>, at: Objections): void {
  eachEntry(value, at, (rate, place) => readRate(rate, { groups }, place));
}

function knownGroup(group: unknown, context: Pick<ProgrammeContext, 'groups'>, at: Objections): void {
  if (typeof group !== 'string') shapeless(within(at, 'group'), 'A group is named by a text.');
  else if (!context.groups.has(group)) object(within(at, 'group'), 'unknown-group', 'No group bears this name.');
}
