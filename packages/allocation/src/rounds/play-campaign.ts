import type { Id, MarketInput } from '../market/market.ts';
import { isRefusal, type Objections, object, type Refusal, refusalOf, within } from '../market/objections.ts';
import { isRecord, shapeless, textList } from '../market/read-shapes.ts';
import { sealMarket } from '../market/seal-market.ts';
import { applyInPlace } from './apply-event.ts';
import type { CampaignEvent } from './campaign-event.ts';
import type { CampaignState, RoundPolicy } from './campaign-state.ts';
import { openCampaign } from './open-campaign.ts';
import { type RoundOutcome, runInPlace } from './run-round.ts';

/** A market, its policy, and the log of events; `run` computes and sends offers. */
export interface RoundsInput extends MarketInput {
  readonly mode: RoundPolicy['mode'];
  readonly auto?: readonly Id[];
  readonly events?: readonly (CampaignEvent | { readonly do: 'run' })[];
}

/** Every run of a campaign in order, and its last state. */
export interface CampaignPlayed {
  readonly runs: readonly Omit<RoundOutcome, 'state'>[];
  readonly state: CampaignState;
}

/** Plays a whole log, or tells every reason why it cannot be played: the same input gives the same bytes (P12). */
export function playCampaign(input: RoundsInput): CampaignPlayed | Refusal {
  const market = sealMarket(input, 'rounds');
  const at: Objections = { found: [], steps: [] };
  if (!isRecord(input)) return market as Refusal;
  if (input.mode !== 'open' && input.mode !== 'ranked') shapeless(within(at, 'mode'), 'mode is open or ranked.');
  autoIsKnown(input, within(at, 'auto'));
  if (input.events !== undefined && !Array.isArray(input.events)) shapeless(within(at, 'events'), 'events is a list.');
  if (isRefusal(market)) return refusalOf([...market.refused, ...at.found]) as Refusal;
  const refused = refusalOf(at.found);
  if (refused) return refused;
  const state = openCampaign(market, { mode: input.mode, ...(input.auto ? { auto: input.auto } : {}) });
  const runs: Omit<RoundOutcome, 'state'>[] = [];
  for (const [index, event] of (input.events ?? []).entries()) {
    if (isRun(event)) runs.push(withoutState(runInPlace(state)));
    else applyInPlace(state, event, within(at, 'events', index));
  }
  return refusalOf(at.found) ?? { runs, state };
}

const isRun = (event: unknown): event is { readonly do: 'run' } => isRecord(event) && event['do'] === 'run';

const withoutState = ({ offers, autoDropped, waitingRank, lastCalled }: RoundOutcome) => ({
  offers,
  autoDropped,
  waitingRank,
  lastCalled,
});

function autoIsKnown({ auto, candidates }: RoundsInput, at: Objections): void {
  if (auto === undefined || !textList(auto, at) || !isRecord(candidates)) return;
  for (const [index, id] of auto.entries())
    if (!Object.hasOwn(candidates, id)) object(within(at, index), 'unknown-candidate', 'No candidate bears this id.');
}
