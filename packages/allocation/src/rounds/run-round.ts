import type { Id } from '../market/market.ts';
import { displayedRanks } from '../waiting-ranks/displayed-rank.ts';
import { replyByOrder } from './automatic-reply.ts';
import { type CampaignState, copyOf } from './campaign-state.ts';
import { callDown, type RunLog, startOfRun } from './offers-of-round.ts';
import { isLive, WAITING } from './wish-life.ts';

/** What one run decided; nothing is sent. */
export interface RoundOutcome {
  readonly state: CampaignState;
  /** Per programme, those called by this run whose offer is still live, in call order; programmes without any are left out. */
  readonly offers: ReadonlyMap<Id, readonly Id[]>;
  readonly autoDropped: readonly (readonly [candidate: Id, programme: Id])[];
  readonly waitingRank: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  readonly lastCalled: ReadonlyMap<Id, number>;
}

/** New state and what was decided, nothing sent; the old state is untouched (R5, R8, R9). */
export const runRound = (state: CampaignState): RoundOutcome => runInPlace(copyOf(state));

/** The same on a state that nobody else holds. */
export function runInPlace(state: CampaignState): RoundOutcome {
  const run = startOfRun(state);
  while (run.freed.size > 0) takeTurn(state, run);
  for (const [programme, { order }] of state.calls.entries()) {
    const waiting = Array.from(order).filter((wish) => state.states[wish] === WAITING);
    state.displayed[programme] = displayedRanks(waiting, state.displayed[programme] as ReadonlyMap<number, number>);
  }
  return outcomeOf(state, run);
}

/** All programmes with seats to offer call at once; then those called reply by their order. */
function takeTurn(state: CampaignState, run: RunLog): void {
  const programmes = [...run.freed];
  run.freed = new Set();
  const fresh = new Map<number, number[]>();
  for (const programme of programmes) {
    if (state.stopped[programme] === 1) continue;
    for (const wish of callDown(state, run, programme)) {
      run.offered.push(wish);
      const candidate = state.owner[wish] as number;
      const others = fresh.get(candidate);
      if (others) others.push(wish);
      else fresh.set(candidate, [wish]);
    }
  }
  for (const [candidate, wishes] of fresh) replyByOrder(state, run, { candidate, fresh: wishes });
}

function outcomeOf(state: CampaignState, run: RunLog): RoundOutcome {
  const { candidateIds, programmeIds, choices } = state.market;
  const candidateOf = (wish: number) => candidateIds[state.owner[wish] as number] as Id;
  const programmeOf = (wish: number) => programmeIds[choices[wish] as number] as Id;
  const live = new Set(run.offered.filter((wish) => isLive(state.states[wish] as number)));
  const called = programmeIds.flatMap((id, programme) => {
    const wishes = Array.from((state.calls[programme] as CampaignState['calls'][number]).order).filter((wish) => live.has(wish));
    return wishes.length > 0 ? [[id, wishes.map(candidateOf)] as const] : [];
  });
  const shown = programmeIds.map((id, programme) => {
    const ranks = state.displayed[programme] as ReadonlyMap<number, number>;
    return [id, new Map([...ranks].map(([wish, rank]) => [candidateOf(wish), rank]))] as const;
  });
  return {
    state,
    offers: new Map(called),
    autoDropped: run.dropped.map((wish) => [candidateOf(wish), programmeOf(wish)] as const),
    waitingRank: new Map(shown),
    lastCalled: new Map(programmeIds.map((id, programme) => [id, state.lastCalled[programme] as number])),
  };
}
