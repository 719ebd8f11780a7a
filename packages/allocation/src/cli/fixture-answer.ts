import { allocate } from '../batch/allocate.ts';
import { allocateEqually } from '../batch/equal-treatment.ts';
import { sealScores } from '../batch/seal-scores.ts';
import { cutoffs } from '../explanation/cutoffs.ts';
import { applyChanges, type Change } from '../market/apply-change.ts';
import { type Id, type MarketInput, type Matching, NOWHERE, type SealedBlock, type SealedMarket } from '../market/market.ts';
import { byCodeUnits, isRefusal, type Refusal } from '../market/objections.ts';
import { isRecord } from '../market/read-shapes.ts';
import { sealMarket } from '../market/seal-market.ts';
import { holdingsOf } from '../rounds/campaign-state.ts';
import { playCampaign, type RoundsInput } from '../rounds/play-campaign.ts';
import { sealedCallOrder } from '../seats/seal-order.ts';
import { displayedDays } from '../waiting-ranks/seal-days.ts';

/** One JSON document, whatever the kind. */
export type Answer = Readonly<Record<string, unknown>>;

type Fixture = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, (fixture: Fixture) => Answer>> = {
  batch: batchAnswer,
  invalid: batchAnswer,
  'call-order': (fixture) => orRefusal(sealedCallOrder(fixture), (order) => ({ callOrder: order })),
  'waiting-list': (fixture) => orRefusal(displayedDays(fixture['days']), (days) => ({ displayedRanks: days.map(sorted) })),
  ties: tiesAnswer,
  rounds: roundsAnswer,
};

/** The answer to a document of the shared format: computed, or refused with every reason. */
export function answerTo(document: unknown): Answer {
  if (!isRecord(document)) return { refused: [{ reason: 'malformed', path: '', message: 'A document is an object.' }] };
  const { kind = 'batch' } = document;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    return { refused: [{ reason: 'unknown-kind', path: '/kind', message: 'No instance is of this kind.' }] };
  return (kinds[kind] as (fixture: Fixture) => Answer)(document);
}

function orRefusal<Value extends object>(value: Value | Refusal, answer: (value: Value) => Answer): Answer {
  return isRefusal(value) ? { refused: value.refused } : answer(value);
}

/** An object of these entries: sorted by code unit, and `fromEntries` because an id may be `__proto__`. */
function sorted<Value>(entries: Iterable<readonly [Id, Value]>): Readonly<Record<Id, Value>> {
  return Object.fromEntries([...entries].toSorted(([a], [b]) => byCodeUnits(a, b)));
}

function batchAnswer(fixture: Fixture): Answer {
  const market = sealMarket(fixture as unknown as MarketInput);
  return orRefusal(market, (sealed) => {
    if (fixture['variants'] !== undefined && !Array.isArray(fixture['variants']))
      return { refused: [{ reason: 'malformed', path: '/variants', message: 'variants is a list.' }] };
    const matching = allocate(sealed);
    const rated = sealed.programmeIds.flatMap((id, number) =>
      (sealed.input.programmes[id]?.minRates ?? []).length > 0 ? [[id, callOrderOf(sealed, number)] as const] : [],
    );
    return {
      ...matched(sealed, matching),
      ...(rated.length > 0 ? { callOrder: sorted(rated) } : {}),
      ...(fixture['variants'] === undefined
        ? {}
        : { variants: (fixture['variants'] as unknown[]).map((variant) => variantAnswer(sealed.input, variant)) }),
      ...(sealed.input.dirty === true
        ? {
            dropped: sealed.dropped.toSorted(
              (a, b) => byCodeUnits(a.candidate, b.candidate) || byCodeUnits(a.programme, b.programme),
            ),
          }
        : {}),
      ...(sealed.plain ? { singleStable: isSame(matching, allocate(sealed, { proposing: 'programmes' })) } : {}),
    };
  });
}

/** The call order by ids; in a dirty import the ranking keeps names that no candidate bears. */
function callOrderOf(market: SealedMarket, programme: number): readonly Id[] {
  const id = market.programmeIds[programme] as Id;
  const rules = market.input.programmes[id];
  return sealedCallOrder({
    ranking: rules?.ranking,
    groups: market.input.groups ?? {},
    minRates: rules?.minRates,
  }) as readonly Id[];
}

const isSame = (one: Matching, other: Matching) => one.admitted.every((block, candidate) => block === other.admitted[candidate]);

/** Who goes where, and the cutoffs that certify it. */
export function matched(market: SealedMarket, matching: Matching): Answer {
  const programmeOf = (block: number) =>
    block === NOWHERE ? null : (market.programmeIds[(market.blocks[block] as SealedBlock).programme] as Id);
  return {
    matching: sorted(market.candidateIds.map((id, candidate) => [id, programmeOf(matching.admitted[candidate] as number)])),
    cutoffs: sorted(cutoffs(market, matching).map(({ programme, ...line }) => [programme, line])),
  };
}

function variantAnswer(base: MarketInput, variant: unknown): Answer {
  const { name = null, change = [] } = isRecord(variant) ? variant : {};
  const changed = applyChanges(base, (Array.isArray(change) ? change : [change]) as readonly Change[]);
  if (isRefusal(changed)) return { name, refused: changed.refused };
  const market = sealMarket(changed);
  return isRefusal(market) ? { name, refused: market.refused } : { name, ...matched(market, allocate(market)) };
}

function tiesAnswer(fixture: Fixture): Answer {
  return orRefusal(sealScores(fixture), (market) => {
    const [higher, lower] = [allocateEqually(market, 'H'), allocateEqually(market, 'L')];
    return {
      matching: { H: sorted(higher.matching), L: sorted(lower.matching) },
      limits: { H: sorted(higher.limits), L: sorted(lower.limits) },
    };
  });
}

function roundsAnswer(fixture: Fixture): Answer {
  return orRefusal(playCampaign(fixture as unknown as RoundsInput), ({ runs, state }) => ({
    perRun: runs.map(({ offers, autoDropped, waitingRank, lastCalled }) => ({
      offers: sorted(offers),
      autoDropped: autoDropped.toSorted(([a, b], [c, d]) => byCodeUnits(a, c) || byCodeUnits(b, d)),
      waitingRank: sorted([...waitingRank].map(([programme, ranks]) => [programme, sorted(ranks)])),
      lastCalled: sorted(lastCalled),
    })),
    holdings: sorted(state.market.candidateIds.map((id, candidate) => [id, holdingsOf(state, candidate)])),
  }));
}
