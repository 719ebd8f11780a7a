import type { Id, MarketInput, ProgrammeInput } from '@guichet/allocation/market/market';

/** Who goes where; null is nowhere. */
export type Places = Readonly<Record<Id, Id | null>>;

/** `choose(programme, set)` as the format defines it: blocks filled one after another, one seat a person. */
export function choose(market: MarketInput, programme: Id, people: ReadonlySet<Id>): ReadonlySet<Id> {
  const rules = market.programmes[programme] as ProgrammeInput;
  const left = new Set(people);
  const chosen = new Set<Id>();
  const take = (list: readonly Id[], seats: number): number => {
    let free = seats;
    for (const id of list) {
      if (free === 0) break;
      if (!left.delete(id)) continue;
      chosen.add(id);
      free -= 1;
    }
    return free;
  };
  for (const pool of rules.pools ?? []) {
    const free = take(pool.ranking ?? rules.ranking, pool.seats);
    const other = rules.pools?.find(({ name }) => name === pool.fallback);
    take(pool.fallback === 'programme' ? rules.ranking : other ? (other.ranking ?? rules.ranking) : [], free);
  }
  if ((rules.pools ?? []).length > 0) return chosen;
  const reserves = rules.reserved ?? [];
  const fill = (order: string) => {
    for (const { group, seats, order: own = 'before-open', unfilled = 'open' } of reserves) {
      if (own !== order) continue;
      const members = new Set(market.groups?.[group]);
      const free = take(
        rules.ranking.filter((id) => members.has(id)),
        seats,
      );
      if (unfilled === 'open') take(rules.ranking, free);
    }
  };
  fill('before-open');
  take(rules.ranking, (rules.capacity ?? 0) - reserves.reduce((sum, { seats }) => sum + seats, 0));
  fill('after-open');
  return chosen;
}

const heldAt = (places: Places, programme: Id): Set<Id> => new Set(Object.keys(places).filter((id) => places[id] === programme));

/** Stable: every programme keeps all it holds, and takes nobody who would rather be there. */
export function isStable(market: MarketInput, places: Places): boolean {
  for (const programme of Object.keys(market.programmes)) {
    const held = heldAt(places, programme);
    if (choose(market, programme, held).size < held.size) return false;
    for (const [id, list] of Object.entries(market.candidates)) {
      const wanted = list.indexOf(programme);
      const has = places[id] === null ? list.length : list.indexOf(places[id] as Id);
      if (wanted >= 0 && wanted < has && choose(market, programme, new Set([...held, id])).has(id)) return false;
    }
  }
  return true;
}

/** Every stable matching of a small market, by trying all. */
export function stableMatchings(market: MarketInput): readonly Places[] {
  const people = Object.keys(market.candidates);
  let partial: Places[] = [{}];
  for (const id of people)
    partial = partial.flatMap((places) =>
      [...(market.candidates[id] as readonly Id[]), null].map((place) => ({ ...places, [id]: place })),
    );
  return partial.filter((places) => isStable(market, places));
}

/** Place in the candidate's list, the length of it when nowhere: smaller is better. */
export const standing = (market: MarketInput, places: Places, id: Id): number => {
  const list = market.candidates[id] as readonly Id[];
  const place = places[id] ?? null;
  return place === null ? list.length : list.indexOf(place);
};
