import { replayLog } from '../check-rounds.ts';
import { entry } from '../properties.ts';
import type { RoundsDocument } from '../replay/replay-state.ts';
import { marketFaults } from './market-faults.ts';
import { rateFaults } from './programme-faults.ts';
import { scoreFaults } from './score-faults.ts';
import { faultIf, groupFaults, isObject, isWhole, type Json, listFaults } from './shape-faults.ts';

/** The checker's own objections to a document, one sentence each: a refusal is right when there is one. */
export function inputFaults(document: unknown): readonly string[] {
  if (!isObject(document)) return ['the document is no object'];
  switch (document['kind'] === undefined ? 'batch' : document['kind']) {
    case 'batch':
    case 'invalid':
      return [
        ...marketFaults(document, false),
        ...faultIf(document['variants'] !== undefined && !Array.isArray(document['variants']), 'variants is no list'),
      ];
    case 'rounds':
      return roundsFaults(document);
    case 'call-order':
      return [
        ...groupFaults(document['groups']),
        ...listFaults(document['ranking'], 'ranking'),
        ...rateFaults(document['minRates'] === undefined ? [] : document['minRates'], document),
      ];
    case 'waiting-list':
      return dayFaults(document['days']);
    case 'ties':
      return scoreFaults(document);
    default:
      return ['the kind is unknown'];
  }
}

function roundsFaults(document: Json): readonly string[] {
  const { mode, auto = [], events = [], candidates } = document;
  const faults = [
    ...marketFaults(document, true),
    ...faultIf(mode !== 'open' && mode !== 'ranked', 'the mode is neither open nor ranked'),
    ...faultIf(
      !Array.isArray(auto) || auto.some((id) => typeof id !== 'string' || entry(candidates, id) === undefined),
      'auto names no candidate',
    ),
    ...faultIf(!Array.isArray(events), 'events is no list'),
  ];
  return faults.length > 0
    ? faults
    : replayLog(document as unknown as RoundsDocument).refused.map((index) => `event ${index} cannot apply`);
}

function dayFaults(days: unknown): readonly string[] {
  if (!Array.isArray(days)) return ['days is no list'];
  return days.flatMap((day: unknown) => {
    if (!isObject(day)) return ['a day is no object'];
    const { waiting, previous } = day;
    const ranks =
      previous === undefined || (isObject(previous) && Object.values(previous).every((rank) => isWhole(rank) && rank > 0));
    return [...listFaults(waiting, 'a day'), ...faultIf(!ranks, "yesterday's ranks are no ranks")];
  });
}
