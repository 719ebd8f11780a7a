import { allocate } from '../batch/allocate.ts';
import { applyChanges, type Change } from '../market/apply-change.ts';
import { type Id, NOWHERE, type SealedBlock, type SealedMarket } from '../market/market.ts';
import { byCodeUnits, isRefusal, type Refusal } from '../market/objections.ts';
import { sealMarket } from '../market/seal-market.ts';

/** One admission that a scenario makes or unmakes at the asking school. */
export interface OwnDifference {
  readonly candidate: Id;
  readonly programme: Id;
}

/** What would change: at the asking school by name, at all others as counts only. */
export interface Scenario {
  readonly gained: readonly OwnDifference[];
  readonly lost: readonly OwnDifference[];
  readonly others: { readonly gained: number; readonly lost: number };
}

/** Seats, reserves and lists changed on a copy of a sealed market: no live table, no unsealed preference is ever read. */
export function scenario(market: SealedMarket, changes: readonly Change[], school: Id): Scenario | Refusal {
  const changed = applyChanges(market.input, changes);
  if (isRefusal(changed)) return changed;
  const next = sealMarket(changed);
  if (isRefusal(next)) return next;
  const [before, after] = [admissions(market), admissions(next)];
  const [gained, lost] = [without(after, before), without(before, after)];
  const own = ({ programme }: OwnDifference) => (next.input.programmes[programme]?.school ?? programme) === school;
  return {
    gained: gained.filter(own),
    lost: lost.filter(own),
    others: { gained: gained.filter((one) => !own(one)).length, lost: lost.filter((one) => !own(one)).length },
  };
}

function admissions(market: SealedMarket): ReadonlyMap<Id, Id> {
  const { admitted } = allocate(market);
  return new Map(
    market.candidateIds.flatMap((id, candidate) => {
      const block = admitted[candidate] as number;
      return block === NOWHERE ? [] : [[id, market.programmeIds[(market.blocks[block] as SealedBlock).programme] as Id] as const];
    }),
  );
}

const without = (these: ReadonlyMap<Id, Id>, those: ReadonlyMap<Id, Id>): readonly OwnDifference[] =>
  [...these]
    .filter(([candidate, programme]) => those.get(candidate) !== programme)
    .map(([candidate, programme]) => ({ candidate, programme }))
    .toSorted((a, b) => byCodeUnits(a.candidate, b.candidate));
