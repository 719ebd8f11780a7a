import type { Groups, Id, MinimumRate } from '../market/market.ts';

/** Ranking to call order (ordre d'appel) under minimum rates, first rate first (R2). Integer percents 0..100. */
export function callOrder(ranking: readonly Id[], rates: readonly MinimumRate[], groups: Groups): readonly Id[] {
  if (rates.length === 0) return ranking;
  const members = rates.map(({ group }) => membersOf(groups, group));
  const queues = queuesByMembership(ranking, members);
  const left = members.map((group) => ranking.reduce((count, id) => count + Number(group.has(id)), 0));
  const called = members.map(() => 0);
  const order: Id[] = [];
  for (let position = 1; position <= ranking.length; position += 1) {
    const binding = rates.flatMap(({ percent }, rate) =>
      (left[rate] as number) > 0 && (called[rate] as number) * 100 < percent * position ? [rate] : [],
    );
    const queue = bestQueue(queues, binding);
    order.push(ranking[queue.places[queue.next] as number] as Id);
    queue.next += 1;
    for (const rate of queue.memberOf) {
      called[rate] = (called[rate] as number) + 1;
      left[rate] = (left[rate] as number) - 1;
    }
  }
  return order;
}

/** The members of a group; nobody when no group bears the name, whatever an object inherits. */
export const membersOf = (groups: Groups, group: Id): ReadonlySet<Id> =>
  new Set(Object.hasOwn(groups, group) ? groups[group] : []);

/** Candidates who belong to exactly the same groups: only the best of them can be called next. */
interface Queue {
  readonly memberOf: readonly number[];
  readonly places: number[];
  next: number;
}

function queuesByMembership(ranking: readonly Id[], members: readonly ReadonlySet<Id>[]): readonly Queue[] {
  const queues = new Map<string, Queue>();
  for (const [place, id] of ranking.entries()) {
    const memberOf = members.flatMap((group, rate) => (group.has(id) ? [rate] : []));
    const key = memberOf.join();
    const queue = queues.get(key);
    if (queue) queue.places.push(place);
    else queues.set(key, { memberOf, places: [place], next: 0 });
  }
  return [...queues.values()];
}

function bestQueue(queues: readonly Queue[], binding: readonly number[]): Queue {
  for (let kept = binding.length; kept >= 0; kept -= 1) {
    const best = bestMeeting(queues, binding.slice(0, kept));
    if (best) return best;
  }
  throw new RangeError('nobody is left to call'); // unreachable: with no rate kept, everybody left qualifies
}

function bestMeeting(queues: readonly Queue[], rates: readonly number[]): Queue | undefined {
  let best: Queue | undefined;
  let bestPlace = Number.POSITIVE_INFINITY;
  for (const queue of queues) {
    const place = queue.places[queue.next] ?? Number.POSITIVE_INFINITY;
    if (place < bestPlace && rates.every((rate) => queue.memberOf.includes(rate))) [best, bestPlace] = [queue, place];
  }
  return best;
}
