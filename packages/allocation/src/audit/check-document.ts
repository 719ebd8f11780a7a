import type { Groups, Id, MarketInput, MinimumRate } from '../market/market.ts';
import { changedInput } from './changed-input.ts';
import { type ClaimedResult, checkAllocation } from './check-allocation.ts';
import { checkCallOrder, orderByRule } from './check-call-order.ts';
import { checkDays } from './check-displayed-ranks.ts';
import { checkRounds } from './check-rounds.ts';
import { checkTies } from './check-ties.ts';
import { inputFaults } from './faults/input-faults.ts';
import { entry, isSameJson, type Violation, violation } from './properties.ts';
import type { RoundsDocument } from './replay/replay-state.ts';

type Json = Readonly<Record<string, unknown>>;

/** The verdict on a result: the violations, or that the input is refused and the result does not say so. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly refusedInput: readonly string[];
}

const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  batch: ['matching', 'cutoffs', 'callOrder', 'variants', 'dropped', 'singleStable'],
  'call-order': ['callOrder'],
  'waiting-list': ['displayedRanks'],
  ties: ['matching', 'limits'],
  rounds: ['perRun', 'holdings'],
};

/** Checks whatever a result claims of a document, every key of it, without the engines. */
export function checkDocument(document: unknown, result: unknown): Verdict {
  const faults = inputFaults(document);
  const refused = entry(result, 'refused') !== undefined;
  if (faults.length > 0)
    return refused ? { violations: refusedRightly(result), refusedInput: [] } : { violations: [], refusedInput: faults };
  if (refused) return { violations: [violation('R1', 'The input is refused without a reason.')], refusedInput: [] };
  const kind = String(entry(document, 'kind') ?? 'batch').replace('invalid', 'batch');
  if (!(keysOfKind[kind] as readonly string[]).some((key) => entry(result, key) !== undefined))
    return { violations: [violation('P12', 'The result says nothing of this input.')], refusedInput: [] };
  return { violations: checkKind(kind, document as Json, result as Json), refusedInput: [] };
}

function refusedRightly(result: unknown): readonly Violation[] {
  const reasons = entry(result, 'refused');
  const told = Array.isArray(reasons) && reasons.length > 0 && Object.keys(result as object).length === 1;
  return told ? [] : [violation('R1', 'A refusal lists its reasons and nothing else.')];
}

function checkKind(kind: string, document: Json, result: Json): readonly Violation[] {
  switch (kind) {
    case 'call-order':
      return checkCallOrder(
        result['callOrder'],
        orderByRule(
          document['ranking'] as readonly Id[],
          (document['minRates'] ?? []) as readonly MinimumRate[],
          (document['groups'] ?? {}) as Groups,
        ),
      );
    case 'waiting-list':
      return checkDays(document['days'] as Parameters<typeof checkDays>[0], result['displayedRanks']);
    case 'ties':
      return checkTies(document, result);
    case 'rounds':
      return checkRounds(document as unknown as RoundsDocument, result);
    default:
      return [
        ...checkAllocation(document as unknown as MarketInput, result as ClaimedResult),
        ...checkVariants(document, result['variants']),
      ];
  }
}

/** Every variant is a market of its own, from the base. */
function checkVariants(document: Json, claimed: unknown): readonly Violation[] {
  if (claimed === undefined) return [];
  const variants = (document['variants'] ?? []) as readonly unknown[];
  if (!Array.isArray(claimed) || claimed.length !== variants.length)
    return [violation('P12', `${variants.length} variants are expected.`)];
  return variants.flatMap((variant, index) => {
    const name = entry(variant, 'name') ?? null;
    const told = claimed[index] as unknown;
    if (!isSameJson(entry(told, 'name'), name))
      return [violation('P12', `Variant ${index + 1} is named ${JSON.stringify(name)}.`)];
    return checkVariant(document as unknown as MarketInput, variant, told).map((one) => ({
      ...one,
      explanation: `Variant ${index + 1}: ${one.explanation}`,
    }));
  });
}

function checkVariant(base: MarketInput, variant: unknown, claimed: unknown): readonly Violation[] {
  const changed = changedInput(base, entry(variant, 'change') ?? []);
  const sound = changed !== undefined && inputFaults({ ...changed, kind: 'batch', variants: [] }).length === 0;
  const refused = entry(claimed, 'refused') !== undefined;
  if (!sound) return refused ? [] : [violation('R1', 'The changed input is to be refused.')];
  if (refused) return [violation('R1', 'The changed input is refused without a reason.')];
  if (entry(claimed, 'matching') === undefined && entry(claimed, 'cutoffs') === undefined)
    return [violation('P12', 'The result says nothing of it.')];
  return checkAllocation(changed, claimed as ClaimedResult);
}
