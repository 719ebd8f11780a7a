import type { Id } from '../market/market.ts';
import { type Objections, object, type Refusal, refusalOf, within } from '../market/objections.ts';
import { isCount, isRecord, shapeless, textList } from '../market/read-shapes.ts';
import { displayedRanks } from './displayed-rank.ts';

/** One day of a waiting list: who waits, in call order, and yesterday's ranks when the days do not start at the first. */
export interface WaitingDay {
  readonly waiting: readonly Id[];
  readonly previous?: Readonly<Record<Id, number>>;
}

/** Displayed ranks of a waiting list (liste d'attente), day after day (R9). */
export function displayedDays(days: unknown): readonly ReadonlyMap<Id, number>[] | Refusal {
  const at: Objections = { found: [], steps: ['days'] };
  if (!Array.isArray(days)) shapeless(at, 'days is a list.');
  else for (const [index, day] of days.entries()) readDay(day, within(at, index));
  const refusal = refusalOf(at.found);
  if (refusal) return refusal;
  const shown: ReadonlyMap<Id, number>[] = [];
  for (const { waiting, previous } of days as readonly WaitingDay[])
    shown.push(displayedRanks(waiting, previous ? new Map(Object.entries(previous)) : (shown.at(-1) ?? new Map())));
  return shown;
}

function readDay(day: unknown, at: Objections): void {
  if (!isRecord(day)) return void shapeless(at, 'A day is an object.');
  const seen = new Set<Id>();
  if (textList(day['waiting'], within(at, 'waiting')))
    for (const [index, id] of day['waiting'].entries()) {
      if (seen.has(id)) object(within(at, 'waiting', index), 'duplicate-rank', 'This candidate waits twice.');
      seen.add(id);
    }
  const { previous } = day;
  if (previous === undefined) return;
  if (!isRecord(previous)) return void shapeless(within(at, 'previous'), 'Ranks are keyed by candidate.');
  for (const [id, rank] of Object.entries(previous))
    if (!isCount(rank) || rank < 1) object(within(at, 'previous', id), 'bad-rank', 'A displayed rank is an integer from 1.');
}
