import { checkAllocation } from '@guichet/allocation/audit/check-allocation';
import { checkNumbered } from '@guichet/allocation/audit/check-numbered';
import { allocate, allocateNumbered } from '@guichet/allocation/batch/allocate';
import { explainRefusal } from '@guichet/allocation/explanation/explain-refusal';
import { NOWHERE, type NumberedMarket, type SealedBlock, type SealedMarket } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { capacityCurve } from '@guichet/allocation/what-if/capacity-curve';
import { fromIds } from './from-ids.ts';
import { dominoMarket, namedMarket, numberedMarket, type Shape, worstMarket } from './generator.ts';
import { type Line, median } from './median.ts';
import { textbook, textbookMarket } from './textbook.ts';

const consortium = { candidates: 15_000, choices: 12, programmes: 120, seats: 100 };
const national = { candidates: 1_000_000, choices: 13, programmes: 14_000, seats: 65 };

/** Every case by name; each is run in a process of its own, so that its peak of memory is its own. */
export const cases: Readonly<Record<string, () => readonly Line[]>> = {
  million: () => {
    const market = numberedMarket({ candidates: 1_000_000, choices: 10, programmes: 10_000, seats: 90 });
    return [{ case: '1,000,000 × 10 × 10,000, batch', ...median(5, () => allocateNumbered(market)), budget: 1 }];
  },
  national: () => {
    const market = numberedMarket(national);
    const admitted = allocateNumbered(market);
    return [
      { case: '1,000,000 × 13 × 14,000, batch', ...median(5, () => allocateNumbered(market)), budget: 3 },
      { case: '1,000,000 × 13 × 14,000, check', ...median(5, () => mustBeRight(market, admitted)), budget: 5 },
    ];
  },
  consortium: () => {
    const input = namedMarket(numberedMarket(consortium));
    const whole = () => {
      const market = sound(input);
      const matching = placesOf(market, allocate(market).admitted);
      if (checkAllocation(input, { matching }).length > 0) throw new Error('the checker objects');
    };
    return [{ case: '15,000 × 12 × 120 from ids, batch and check', ...median(9, whole), budget: 0.15 }];
  },
  explain: () => {
    const market = sound(namedMarket(numberedMarket(consortium)));
    const matching = allocate(market);
    const last = market.candidateIds.findLastIndex((_, candidate) => matching.admitted[candidate] === NOWHERE);
    const candidate = market.candidateIds[last] as string;
    const programme = market.input.candidates[candidate]?.[0] as string;
    return [
      {
        case: 'explanation of a wish, seats needed included',
        ...median(9, () => explainRefusal(market, matching, { candidate, programme })),
        budget: 0.02,
      },
      {
        case: 'what-if curve of 100 seats',
        ...median(9, () =>
          capacityCurve(
            market,
            programme,
            Array.from({ length: 100 }, (_, more) => 50 + more),
          ),
        ),
        budget: 0.3,
      },
    ];
  },
  round: () => {
    const input = namedMarket(numberedMarket({ candidates: 20_000, choices: 10, programmes: 500, seats: 36 }));
    const state = openCampaign(sound(input), { mode: 'open', auto: Object.keys(input.candidates) });
    return [{ case: 'one round, 200,000 wishes, all on automatic reply', ...median(5, () => runRound(state)), budget: 3 }];
  },
  textbook: () => {
    const market = numberedMarket({ candidates: 100_000, choices: 10, programmes: 1_000, seats: 90 });
    const ours = median(7, () => allocateNumbered(market));
    const lines = (['scan', 'sort'] as const).map((worst) => {
      const timing = median(
        worst === 'scan' ? 3 : 1,
        (people) => textbook(people, worst),
        () => textbookMarket(market),
      );
      return { case: `textbook that ${worst}s, 100,000 × 10 × 1,000`, ...timing, ratio: timing.cpuSeconds / ours.cpuSeconds };
    });
    const names = textbook(textbookMarket(market), 'scan');
    const same = allocateNumbered(market).every(
      (programme, candidate) => names[candidate] === (programme === NOWHERE ? null : `P${programme}`),
    );
    if (!same) throw new Error('the textbook disagrees');
    return [{ case: '100,000 × 10 × 1,000, batch', ...ours }, ...lines];
  },
  shapes: () => [
    ...(['uniform', 'skewed', 'serial', 'tiers'] as readonly Shape[]).map((shape) => {
      const market = numberedMarket({ candidates: 200_000, choices: 10, programmes: 2_000, seats: 90, shape });
      return { case: `200,000 × 10 × 2,000, ${shape}`, ...median(5, () => allocateNumbered(market)) };
    }),
    { case: 'worst case, 3,000 × 3,000: 4.5 million proposals', ...forMarket(worstMarket(3_000)) },
    { case: 'domino of 1,000,000', ...forMarket(dominoMarket(1_000_000)) },
  ],
  ids: () => fromIds(numberedMarket(national)),
};

const forMarket = (market: NumberedMarket) => median(5, () => allocateNumbered(market));

function mustBeRight(market: NumberedMarket, admitted: Uint32Array): void {
  const [first] = checkNumbered(market, admitted);
  if (first) throw new Error(first.explanation);
}

function sound(input: Parameters<typeof sealMarket>[0]): SealedMarket {
  const market = sealMarket(input);
  if (isRefusal(market)) throw new Error(JSON.stringify(market.refused[0]));
  return market;
}

const placesOf = (market: SealedMarket, admitted: Uint32Array): Readonly<Record<string, string | null>> =>
  Object.fromEntries(market.candidateIds.map((id, candidate) => [id, placeOf(market, admitted[candidate] as number)]));

const placeOf = (market: SealedMarket, block: number): string | null =>
  block === NOWHERE ? null : (market.programmeIds[(market.blocks[block] as SealedBlock).programme] as string);
