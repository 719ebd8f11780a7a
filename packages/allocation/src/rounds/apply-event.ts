import type { Id } from '../market/market.ts';
import { type Objections, object, type Refusal, refusalOf, within } from '../market/objections.ts';
import { isCount, isRecord } from '../market/read-shapes.ts';
import type { CampaignEvent } from './campaign-event.ts';
import { type CampaignState, copyOf } from './campaign-state.ts';
import { closeList, leave, withdraw } from './closing.ts';
import { expire } from './expiry.ts';
import { correct, insertLate, setTarget } from './late-seats.ts';
import { reinstate, supernumerary } from './reinstatement.ts';
import { putInOrder, reply, wishNamed } from './replies.ts';

/** Applies one event (reply, expiry, withdrawal, reinstatement, target…), or lists why it cannot apply (R6..R12). */
export function applyEvent(state: CampaignState, event: CampaignEvent): CampaignState | Refusal {
  const at: Objections = { found: [], steps: [] };
  const next = copyOf(state);
  applyInPlace(next, event, at);
  return refusalOf(at.found) ?? next;
}

/** The same on a state that nobody else holds; an event refused leaves it as it was. */
export function applyInPlace(state: CampaignState, event: CampaignEvent, at: Objections): void {
  const shape: unknown = event;
  if (!isRecord(shape)) return object(at, 'malformed', 'An event is an object.');
  if (!isKnown(event.do)) return object(within(at, 'do'), 'event-cannot-apply', 'No event goes by this name.');
  const named = namedBy(state, event, at);
  if (!named) return;
  const { candidate, programme } = named;
  if (wishEvents.has(event.do)) return ofWish(state, event, at);
  switch (event.do) {
    case 'leave':
      return leave(state, candidate);
    case 'order':
      return putInOrder(state, candidate, { event, at });
    case 'insert':
      return insertLate(state, [programme, event.candidate], { event, at });
    case 'correct':
      return correct(state, programme, { event, at });
    case 'close':
      return closeList(state, programme);
    case 'stop':
      state.stopped[programme] = 1;
      return undefined;
    case 'set-target':
      return setTarget(state, programme, { event, at });
    case 'call-up-to':
      if (!isCount(event.rank)) return object(within(at, 'rank'), 'bad-rank', 'A rank is an integer from 0.');
      state.callUpTo[programme] = event.rank;
  }
}

const wishEvents: ReadonlySet<string> = new Set(['reply', 'expire', 'withdraw', 'reinstate', 'supernumerary']);
const candidateEvents: ReadonlySet<string> = new Set([...wishEvents, 'leave', 'order', 'insert']);
const programmeEvents: ReadonlySet<string> = new Set([
  ...wishEvents,
  'insert',
  'correct',
  'close',
  'stop',
  'set-target',
  'call-up-to',
]);

const isKnown = (name: string): boolean => candidateEvents.has(name) || programmeEvents.has(name);

/** Numbers of the candidate and the programme an event names; an objection for each that nobody bears. */
function namedBy(
  state: CampaignState,
  event: CampaignEvent,
  at: Objections,
): { readonly candidate: number; readonly programme: number } | undefined {
  const { candidate: who, programme: where } = event as { readonly candidate: Id; readonly programme: Id };
  const candidate = candidateEvents.has(event.do) ? state.market.candidateNumbers.get(who) : 0;
  const programme = programmeEvents.has(event.do) ? state.market.programmeNumbers.get(where) : 0;
  if (candidate === undefined) object(within(at, 'candidate'), 'unknown-candidate', 'No candidate bears this id.');
  if (programme === undefined) object(within(at, 'programme'), 'unknown-programme', 'No programme bears this id.');
  return candidate === undefined || programme === undefined ? undefined : { candidate, programme };
}

function ofWish(state: CampaignState, event: CampaignEvent, at: Objections): void {
  const { candidate, programme } = event as { readonly candidate: Id; readonly programme: Id };
  const wish = wishNamed(state, state.market.candidateNumbers.get(candidate) as number, programme);
  if (wish === undefined) return object(at, 'unknown-wish', 'The list of the candidate does not name this programme.');
  switch (event.do) {
    case 'reply':
      return reply(state, wish, { event, at });
    case 'expire':
      return expire(state, wish, at);
    case 'withdraw':
      return withdraw(state, wish);
    case 'reinstate':
      return reinstate(state, wish, at);
    case 'supernumerary':
      return supernumerary(state, wish, at);
  }
}
