import type { Id } from '../market/market.ts';
import { entry, keysOf, type Violation, violation, type Where } from './properties.ts';

/** The rule of displayed ranks, walked as it is written (R9): known ones never worse, the others as the next known one behind. */
export function ranksByRule(waiting: readonly Id[], yesterday: ReadonlyMap<Id, number>): ReadonlyMap<Id, number> {
  const shown = new Map<Id, number>();
  const behind: (number | undefined)[] = [];
  let next: number | undefined;
  for (const id of waiting.toReversed()) {
    next = yesterday.get(id) ?? next;
    behind.push(next);
  }
  let counter = 0;
  for (const id of waiting) {
    counter += 1;
    const known = behind.pop();
    if (known !== undefined && known < counter) counter = known;
    shown.set(id, counter);
  }
  return shown;
}

/** Compares claimed ranks with the rule; a rank worse than yesterday's breaks P8 as well. */
export function checkRanks(
  claimed: unknown,
  right: ReadonlyMap<Id, number>,
  { yesterday, where = {} }: { readonly yesterday: ReadonlyMap<Id, number>; readonly where?: Where },
): readonly Violation[] {
  const at = (candidate: Id) => ({ ...where, candidate });
  const found: Violation[] = [];
  for (const [id, rank] of right) {
    const told = entry(claimed, id);
    if (told === rank) continue;
    found.push(violation('R9', `Rank ${rank} is to be shown, not ${JSON.stringify(told ?? null)}.`, at(id)));
    if (typeof told === 'number' && told > (yesterday.get(id) ?? told))
      found.push(violation('P8', `Yesterday's rank was ${yesterday.get(id)}.`, at(id)));
  }
  for (const id of keysOf(claimed)) if (!right.has(id)) found.push(violation('R9', 'This candidate does not wait.', at(id)));
  return found;
}

/** Checks the days of a waiting list. */
export function checkDays(
  days: readonly { readonly waiting: readonly Id[]; readonly previous?: Readonly<Record<Id, number>> }[],
  claimed: unknown,
): readonly Violation[] {
  if (!Array.isArray(claimed) || claimed.length !== days.length)
    return [violation('R9', `Ranks of ${days.length} days are expected.`)];
  let yesterday: ReadonlyMap<Id, number> = new Map();
  return days.flatMap(({ waiting, previous }, day) => {
    if (previous) yesterday = new Map(Object.entries(previous));
    const right = ranksByRule(waiting, yesterday);
    const found = checkRanks(claimed[day], right, { yesterday });
    yesterday = right;
    return found.map((one) => ({ ...one, explanation: `Day ${day + 1}: ${one.explanation}` }));
  });
}
