import type { NumberedMarket } from '@guichet/allocation/market/market';

interface Person {
  readonly name: string;
  readonly list: readonly Place[];
  next: number;
  seat: Place | null;
}

interface Place {
  readonly name: string;
  readonly seats: number;
  readonly ranks: Map<string, number>;
  held: Person[];
}

/** People and places as objects, as a textbook draws them. */
export function textbookMarket(market: NumberedMarket): readonly Person[] {
  const places: Place[] = Array.from(market.capacity, (seats, number) => ({
    name: `P${number}`,
    seats,
    ranks: new Map(),
    held: [],
  }));
  return Array.from({ length: market.candidates }, (_, candidate) => {
    const [start, end] = [market.listStart[candidate] as number, market.listStart[candidate + 1] as number];
    for (let wish = start; wish < end; wish += 1)
      places[market.list[wish] as number]?.ranks.set(`c${candidate}`, market.rank[wish] as number);
    return {
      name: `c${candidate}`,
      list: Array.from(market.list.subarray(start, end), (programme) => places[programme] as Place),
      next: 0,
      seat: null,
    };
  });
}

/** Gale and Shapley as textbooks give it; the worst held is found by scanning, or by sorting all held. */
export function textbook(people: readonly Person[], worstBy: 'scan' | 'sort'): readonly (string | null)[] {
  const free = [...people];
  for (let person = free.pop(); person !== undefined; person = free.pop()) {
    const place = person.list[person.next];
    if (!place) continue;
    person.next += 1;
    place.held.push(person);
    person.seat = place;
    if (place.held.length <= place.seats) continue;
    const worst = worstBy === 'sort' ? sorted(place) : scanned(place);
    place.held = place.held.filter((one) => one !== worst);
    worst.seat = null;
    free.push(worst);
  }
  return people.map(({ seat }) => seat?.name ?? null);
}

const rankOf = (place: Place, person: Person) => place.ranks.get(person.name) as number;
const scanned = (place: Place): Person =>
  place.held.reduce((worst, one) => (rankOf(place, one) > rankOf(place, worst) ? one : worst));
const sorted = (place: Place): Person => place.held.toSorted((a, b) => rankOf(place, a) - rankOf(place, b)).at(-1) as Person;
