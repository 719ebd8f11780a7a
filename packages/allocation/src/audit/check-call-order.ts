import type { Groups, Id, MinimumRate } from '../market/market.ts';
import { type Violation, violation, type Where } from './properties.ts';

/**
 * The call order told by the rule itself (R2), position by position: which rates bind, and the first one left in the ranking
 * who meets them. For each set of binding rates one finger moves down the ranking, since who was called stays called.
 */
export function orderByRule(ranking: readonly Id[], rates: readonly MinimumRate[], groups: Groups): readonly Id[] {
  if (rates.length === 0) return ranking;
  const belongs = rates.map(({ group }) => ranking.map((id) => memberTable(groups[group] as readonly Id[]).has(id)));
  const isMember = (rate: number, place: number) => (belongs[rate] as readonly boolean[])[place] === true;
  const members = belongs.map((row) => row.filter(Boolean).length);
  const called = rates.map(() => 0);
  const taken = ranking.map(() => false);
  const fingers = new Map<string, number>();
  const order: Id[] = [];
  const firstMeeting = (wanted: readonly number[]): number => {
    const key = wanted.join('+');
    let finger = fingers.get(key) ?? 0;
    while (finger < ranking.length && (taken[finger] || wanted.some((rate) => !isMember(rate, finger)))) finger += 1;
    fingers.set(key, finger);
    return finger;
  };
  while (order.length < ranking.length) {
    const position = order.length + 1;
    const binding = [...rates.keys()].filter(
      (rate) =>
        (called[rate] as number) < (members[rate] as number) &&
        (called[rate] as number) * 100 < (rates[rate] as MinimumRate).percent * position,
    );
    let found = firstMeeting(binding);
    while (found === ranking.length) {
      binding.pop();
      found = firstMeeting(binding);
    }
    taken[found] = true;
    for (const rate of rates.keys()) if (isMember(rate, found)) called[rate] = (called[rate] as number) + 1;
    order.push(ranking[found] as Id);
  }
  return order;
}

const tables = new WeakMap<readonly Id[], ReadonlySet<Id>>();

function memberTable(members: readonly Id[]): ReadonlySet<Id> {
  const table = tables.get(members) ?? new Set(members);
  tables.set(members, table);
  return table;
}

/** Compares a claimed call order with the rule: the first place where they part is the counter-example. */
export function checkCallOrder(claimed: unknown, expected: readonly Id[], where: Where = {}): readonly Violation[] {
  if (!Array.isArray(claimed)) return [violation('R2', 'The call order is no list.', where)];
  for (let place = 0; place < Math.max(claimed.length, expected.length); place += 1)
    if (claimed[place] !== expected[place]) {
      const right = expected[place];
      const explanation =
        right === undefined
          ? `Nobody is left for position ${place + 1}.`
          : `Position ${place + 1} belongs to ${JSON.stringify(right)}, not to ${JSON.stringify(claimed[place] ?? null)}.`;
      return [violation('R2', explanation, { ...where, ...(right === undefined ? {} : { candidate: right }) })];
    }
  return [];
}
