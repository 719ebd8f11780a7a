import type { Id, MarketInput, Pool, ProgrammeInput, Reserve } from '@guichet/allocation/market/market';
import * as fc from 'fast-check';

/** How large and how rich the markets of a property are. */
export interface MarketSize {
  readonly candidates: number;
  readonly programmes: number;
  readonly seats?: number;
  readonly blocks?: boolean;
  readonly rates?: boolean;
}

/** Runs of each property: the short form, always the same markets, in the ordinary test run; more and others by ALLOCATION_RUNS and ALLOCATION_SEED. */
export const runs = (short: number) => ({
  numRuns: Number(process.env['ALLOCATION_RUNS'] ?? short),
  seed: Number(process.env['ALLOCATION_SEED'] ?? 1),
});

const tags = ['boursier', 'walk'];

/** Small markets with ties of popularity, empty lists, zero capacities, one-sided mentions, and if asked reserves, pools and rates. */
export function markets({
  candidates,
  programmes,
  seats = 3,
  blocks = false,
  rates = false,
}: MarketSize): fc.Arbitrary<MarketInput> {
  // Half of them contested: full lists on both sides and few seats, where several stable matchings exist.
  const size = fc.tuple(
    fc.noBias(fc.integer({ min: 0, max: candidates })),
    fc.noBias(fc.integer({ min: 0, max: programmes })),
    fc.boolean(),
  );
  return size.chain(([people, places, contested]) => {
    const everybody = Array.from({ length: people }, (_, number) => `c${number}`);
    const everywhere = Array.from({ length: places }, (_, number) => `P${number}`);
    const lists = fc.tuple(
      ...everybody.map(() => fc.noBias(fc.shuffledSubarray(everywhere, { minLength: contested ? places : 0 }))),
    );
    const rules = fc.tuple(
      ...everywhere.map(() =>
        programmeRules(everybody, { seats: contested ? Math.ceil(seats / 2) : seats, blocks, rates, contested }),
      ),
    );
    const groups = fc.tuple(fc.subarray(everybody), fc.subarray(everybody));
    return fc.tuple(lists, rules, groups).map(([list, rule, members]) => ({
      candidates: Object.fromEntries(everybody.map((id, number) => [id, list[number] as Id[]])),
      programmes: Object.fromEntries(everywhere.map((id, number) => [id, rule[number] as ProgrammeInput])),
      groups: Object.fromEntries(tags.map((tag, number) => [tag, members[number] as Id[]])),
    }));
  });
}

function programmeRules(
  people: readonly Id[],
  {
    seats,
    blocks,
    rates,
    contested,
  }: { readonly seats: number; readonly blocks: boolean; readonly rates: boolean; readonly contested: boolean },
): fc.Arbitrary<ProgrammeInput> {
  const ranking = fc.noBias(fc.shuffledSubarray([...people], { minLength: contested ? people.length : 0 }));
  const plain = fc.record({ capacity: fc.noBias(fc.integer({ min: contested ? 1 : 0, max: seats })), ranking });
  const rated = fc.record({
    capacity: fc.integer({ min: 0, max: seats }),
    ranking,
    minRates: fc.array(fc.record({ group: fc.constantFrom(...tags), percent: fc.integer({ min: 0, max: 100 }) }), {
      maxLength: 2,
    }),
  });
  if (!blocks) return rates ? fc.oneof(plain, rated) : plain;
  const parts = [plain, reservedRules(people), pooledRules(people)] as fc.Arbitrary<ProgrammeInput>[];
  return rates ? fc.oneof(...parts, rated) : fc.oneof(...parts);
}

function reservedRules(people: readonly Id[]): fc.Arbitrary<ProgrammeInput> {
  const reserve = fc.record({
    group: fc.constantFrom(...tags),
    seats: fc.integer({ min: 0, max: 2 }),
    order: fc.constantFrom('before-open', 'after-open'),
    unfilled: fc.constantFrom('open', 'empty'),
  }) as fc.Arbitrary<Reserve>;
  return fc
    .tuple(fc.array(reserve, { maxLength: 3 }), fc.integer({ min: 0, max: 2 }), fc.shuffledSubarray([...people]))
    .map(([reserved, open, ranking]) => ({
      capacity: reserved.reduce((sum, one) => sum + one.seats, open),
      ranking,
      reserved,
    }));
}

function pooledRules(people: readonly Id[]): fc.Arbitrary<ProgrammeInput> {
  const ranking = () => fc.shuffledSubarray([...people]);
  const pool = (name: string) =>
    fc.record(
      {
        name: fc.constant(name),
        seats: fc.integer({ min: 0, max: 2 }),
        ranking: ranking(),
        fallback: fc.constantFrom(null, 'programme', 'exam', 'astg3'),
      },
      { requiredKeys: ['name', 'seats'] },
    ) as fc.Arbitrary<Pool>;
  return fc
    .tuple(pool('exam'), pool('astg3'), ranking())
    .map(([exam, astg3, order]) => ({ capacity: exam.seats + astg3.seats, ranking: order, pools: [exam, astg3] }));
}
