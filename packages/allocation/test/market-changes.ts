import type { Id, MarketInput, ProgrammeInput } from '@guichet/allocation/market/market';

export function allLists(ids: readonly Id[]): readonly (readonly Id[])[] {
  let lists: (readonly Id[])[] = [[]];
  let longer = lists;
  for (const _ of ids) {
    longer = longer.flatMap((list) => ids.filter((id) => !list.includes(id)).map((id) => [...list, id]));
    lists = [...lists, ...longer];
  }
  return lists;
}

export const entryOf = (places: object, id: Id): unknown => Object.entries(places).find(([key]) => key === id)?.[1];

export function shuffled(market: MarketInput, seed: number): MarketInput {
  const turn = <Value>(record: Readonly<Record<Id, Value>>) => {
    const entries = Object.entries(record);
    const cut = Math.abs(seed) % (entries.length + 1);
    return Object.fromEntries([...entries.slice(cut).toReversed(), ...entries.slice(0, cut)]);
  };
  return { groups: turn(market.groups ?? {}), programmes: turn(market.programmes), candidates: turn(market.candidates) };
}

export function renamed(market: MarketInput, people: ReadonlyMap<Id, Id>, places: ReadonlyMap<Id, Id>): MarketInput {
  const person = (id: Id) => people.get(id) as Id;
  const programme = (rules: ProgrammeInput): ProgrammeInput => ({
    ...rules,
    ranking: rules.ranking.map(person),
    ...(rules.pools
      ? { pools: rules.pools.map((pool) => (pool.ranking ? { ...pool, ranking: pool.ranking.map(person) } : pool)) }
      : {}),
  });
  return {
    candidates: Object.fromEntries(
      Object.entries(market.candidates).map(([id, list]) => [person(id), list.map((choice) => places.get(choice) as Id)]),
    ),
    programmes: Object.fromEntries(
      Object.entries(market.programmes).map(([id, rules]) => [places.get(id) as Id, programme(rules)]),
    ),
    groups: Object.fromEntries(Object.entries(market.groups ?? {}).map(([tag, members]) => [tag, members.map(person)])),
  };
}
