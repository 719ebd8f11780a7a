import type { Id } from '../market/market.ts';
import { checkRanks } from './check-displayed-ranks.ts';
import { entry, isSameJson, keysOf, type Violation, violation } from './properties.ts';
import { replayEvent } from './replay/replay-events.ts';
import { type RunReplayed, replayRun } from './replay/replay-run.ts';
import { hasOffer, type Replay, type RoundsDocument, startReplay } from './replay/replay-state.ts';

/** Runs and holdings as somebody claims them; every key present is checked. */
export interface ClaimedRounds {
  readonly perRun?: unknown;
  readonly holdings?: unknown;
}

/** A log replayed: what every run did, the state after it, and the events that cannot apply. */
export interface LogReplayed {
  readonly runs: readonly RunReplayed[];
  readonly replay: Replay;
  readonly refused: readonly number[];
}

/** Replays the log of a sound market by the checker's own rules. */
export function replayLog(input: RoundsDocument): LogReplayed {
  const replay = startReplay(input);
  const runs: RunReplayed[] = [];
  const refused: number[] = [];
  for (const [index, event] of (input.events ?? []).entries()) {
    if (entry(event, 'do') === 'run') runs.push(replayRun(replay));
    else if (!replayEvent(replay, event)) refused.push(index);
  }
  return { runs, replay, refused };
}

/** P1 and P8–P10 of rounds, R9; P12 is decided on a bundle. */
export function checkRounds(input: RoundsDocument, claimed: ClaimedRounds): readonly Violation[] {
  const { runs, replay } = replayLog(input);
  return [
    ...(claimed.perRun === undefined ? [] : checkRuns(runs, claimed.perRun)),
    ...(claimed.holdings === undefined ? [] : checkHoldings(replay, claimed.holdings)),
  ];
}

function checkRuns(runs: readonly RunReplayed[], claimed: unknown): readonly Violation[] {
  if (!Array.isArray(claimed) || claimed.length !== runs.length) return [violation('P12', `The log holds ${runs.length} runs.`)];
  return runs.flatMap((run, index) =>
    checkRun(run, claimed[index]).map((one) => ({ ...one, explanation: `Run ${index + 1}: ${one.explanation}` })),
  );
}

function checkRun(run: RunReplayed, claimed: unknown): readonly Violation[] {
  const found: Violation[] = [];
  const offers = entry(claimed, 'offers');
  if (offers !== undefined) found.push(...checkOffers(run, offers));
  const dropped = entry(claimed, 'autoDropped');
  const pairs = Array.isArray(dropped) && dropped.map((pair) => JSON.stringify(pair)).toSorted();
  if (dropped !== undefined && !isSameJson(pairs, run.dropped.map((pair) => JSON.stringify(pair)).toSorted()))
    found.push(violation('P12', `The standing orders drop ${JSON.stringify(run.dropped)}.`));
  const waiting = entry(claimed, 'waitingRank');
  if (waiting !== undefined) {
    for (const [programme, right] of run.waitingRank) {
      const yesterday = run.yesterday.get(programme) as ReadonlyMap<Id, number>;
      const own = entry(waiting, programme);
      found.push(
        ...(own === undefined
          ? [violation('R9', 'The ranks of this programme are missing.', { programme })]
          : checkRanks(own, right, { yesterday, where: { programme } })),
      );
    }
    found.push(...strangers(waiting, run.waitingRank, 'R9'));
  }
  const last = entry(claimed, 'lastCalled');
  if (last === undefined) return found;
  for (const [programme, rank] of run.lastCalled)
    if (entry(last, programme) !== rank) found.push(violation('R9', `The last rank called is ${rank}.`, { programme }));
  return [...found, ...strangers(last, run.lastCalled, 'R9')];
}

function strangers(claimed: unknown, known: ReadonlyMap<Id, unknown>, property: 'R9' | 'P1'): readonly Violation[] {
  return keysOf(claimed)
    .filter((id) => !known.has(id))
    .map((programme) => violation(property, 'No such line belongs here.', { programme }));
}

function checkOffers({ offers, lastCalled }: RunReplayed, claimed: unknown): readonly Violation[] {
  const found: Violation[] = [];
  for (const programme of lastCalled.keys()) {
    const right = offers.get(programme) as readonly Id[];
    const told = entry(claimed, programme) ?? [];
    if (isSameJson(told, right)) continue;
    const list: readonly unknown[] = Array.isArray(told) ? told : [];
    const extra = list.filter((id, place) => !right.includes(id as Id) || list.indexOf(id) < place);
    const missing = right.filter((id) => !list.includes(id));
    for (const id of extra) {
      const [property, why] =
        list.length > right.length
          ? (['P1', 'This offer is beyond the target.'] as const)
          : (['P9', 'This offer goes past someone better placed who waits.'] as const);
      found.push(violation(property, why, { programme, candidate: typeof id === 'string' ? id : JSON.stringify(id) }));
    }
    for (const candidate of missing)
      found.push(violation('P10', 'A seat is free and this candidate is next.', { programme, candidate }));
    if (extra.length === 0 && missing.length === 0)
      found.push(violation('P9', 'The offers are not in call order.', { programme }));
  }
  return [...found, ...strangers(claimed, lastCalled, 'P1')];
}

function checkHoldings({ wishes }: Replay, claimed: unknown): readonly Violation[] {
  const found: Violation[] = [];
  for (const [candidate, own] of wishes) {
    const right = own.filter(hasOffer).map(({ programme }) => programme);
    const told = entry(claimed, candidate);
    const list = Array.isArray(told) ? told : [];
    if (Array.isArray(told) && list.length === right.length && right.every((id) => list.includes(id))) continue;
    const lost = right.filter((id) => !list.includes(id));
    found.push(violation(lost.length > 0 ? 'P8' : 'P12', `This candidate holds ${JSON.stringify(right)}.`, { candidate }));
  }
  const strange = keysOf(claimed).filter((id) => !wishes.has(id));
  return [...found, ...strange.map((candidate) => violation('P12', 'No candidate bears this id.', { candidate }))];
}
