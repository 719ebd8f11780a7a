import { checkDocument } from '@guichet/allocation/audit/check-document';
import type { Id, MarketInput } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { applyEvent } from '@guichet/allocation/rounds/apply-event';
import type { CampaignEvent } from '@guichet/allocation/rounds/campaign-event';
import type { CampaignState, RoundPolicy } from '@guichet/allocation/rounds/campaign-state';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { wishStates } from '@guichet/allocation/rounds/wish-life';
import { expect } from '@jest/globals';
import { answer, type Printed, sealed } from '../answers.ts';

/** Three programmes, two of one school, with one seat each. */
export const market: MarketInput = {
  candidates: { a: ['P', 'Q', 'R'], b: ['P', 'Q'], c: ['R', 'P'] },
  programmes: {
    P: { capacity: 1, ranking: ['b', 'a', 'c'], school: 'S' },
    Q: { capacity: 1, ranking: ['a', 'b'] },
    R: { capacity: 1, ranking: ['a', 'c'], school: 'S' },
  },
};
export const run = { do: 'run' } as const;
export const a = (programme: Id) => ({ candidate: 'a', programme });

/** Plays a document and has the checker agree. */
export function played(more: object, ...events: readonly object[]): Printed {
  const document = { kind: 'rounds', mode: 'open', ...market, ...more, events };
  const result = answer(document);
  expect(checkDocument(document, result)).toEqual({ violations: [], refusedInput: [] });
  return result;
}

/** The state after some events, each of which must apply. */
export function after(state: CampaignState, ...events: readonly (CampaignEvent | typeof run)[]): CampaignState {
  return events.reduce<CampaignState>((now, event) => {
    const next = event.do === 'run' ? runRound(now).state : applyEvent(now, event);
    if (isRefusal(next)) throw new Error(JSON.stringify(next));
    return next;
  }, state);
}

export const start = (policy: Partial<RoundPolicy>) => openCampaign(sealed(market), { mode: 'open', ...policy });
/** The states of the first candidate's wishes. */
export const statesOf = (state: CampaignState) => Array.from(state.states.slice(0, 3), (number) => wishStates[number]);
