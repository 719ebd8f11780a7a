import type { Id, ProgrammeInput } from '../market/market.ts';
import { type ObjectionCode, type Objections, object, within } from '../market/objections.ts';
import { textList } from '../market/read-shapes.ts';
import type { CampaignEvent, ReplyEvent } from './campaign-event.ts';
import { AUTO, type CampaignState, happens, ORDERED, OUTSIDE, SLID, wishesOf } from './campaign-state.ts';
import { HELD, isLive, NOT_RANKED, OFFERED, WAITING } from './wish-life.ts';

const happeningOf = { 'yes-definitive': 'definitive', 'yes-but': 'yes-but', slide: 'yes-but', no: 'no' } as const;

/** Answers an offer that is unanswered, or accepted by yes-but or slide (R6). */
export function reply(
  state: CampaignState,
  wish: number,
  { event, at }: { readonly event: ReplyEvent; readonly at: Objections },
): void {
  const before = at.found.length;
  const open = state.states[wish] === OFFERED || state.states[wish] === HELD;
  if (!open) object(at, 'event-cannot-apply', 'There is no open offer to reply to.');
  if (typeof event.answer !== 'string' || !Object.hasOwn(happeningOf, event.answer))
    object(within(at, 'answer'), 'malformed', 'The answer is yes-definitive, yes-but, slide or no.');
  const keep =
    event.keep === undefined
      ? undefined
      : waitingNamed(state, state.owner[wish] as number, { ids: event.keep, at: within(at, 'keep') });
  if (open) policyHolds(state, wish, { event, at });
  if (at.found.length > before) return;
  happens(state, wish, happeningOf[event.answer]);
  if (event.answer !== 'no') accepted(state, wish, { answer: event.answer, keep });
}

/** Accepting gives back every other offer, then drops the waiting wishes that the answer gives up. */
function accepted(
  state: CampaignState,
  wish: number,
  { answer, keep }: { readonly answer: ReplyEvent['answer']; readonly keep: ReadonlySet<number> | undefined },
): void {
  if (answer === 'slide') state.flags[wish] = (state.flags[wish] as number) | SLID;
  for (const other of wishesOf(state, state.owner[wish] as number)) {
    if (other === wish) continue;
    const now = state.states[other] as number;
    if (isLive(now)) happens(state, other, 'give-back');
    else if (now !== WAITING && now !== NOT_RANKED) continue;
    else if (!staysWaiting(state, other, { wish, answer })) happens(state, other, 'better');
    else if (keep && now === WAITING && !keep.has(other)) happens(state, other, 'withdraw');
  }
}

function staysWaiting(
  state: CampaignState,
  other: number,
  { wish, answer }: { readonly wish: number; readonly answer: ReplyEvent['answer'] },
): boolean {
  if (answer === 'yes-definitive') return false;
  if (state.policy.mode === 'ranked' && (state.place[other] as number) >= (state.place[wish] as number)) return false;
  return answer === 'yes-but' || schoolOf(state, other) === schoolOf(state, wish);
}

/** The school of a wish; a programme without one is a school of its own, distinct from any school of that name. */
function schoolOf(state: CampaignState, wish: number): string {
  const programme = state.market.choices[wish] as number;
  return (state.rules[programme] as ProgrammeInput).school ?? (state.market.programmeIds[programme] as Id);
}

/** Campaign policies of R6, off unless given. */
function policyHolds(
  state: CampaignState,
  wish: number,
  { event: { answer }, at }: { readonly event: ReplyEvent; readonly at: Objections },
): void {
  const waits = answer === 'yes-but' || answer === 'slide';
  const slid = ((state.flags[wish] as number) & SLID) !== 0;
  const refuse = (message: string, reason: ObjectionCode = 'event-cannot-apply') => object(within(at, 'answer'), reason, message);
  if (state.policy.forwardOnly && slid && answer === 'yes-but')
    refuse('A reply goes from yes-but to slide to definitive, never back.');
  if (state.policy.firstChoiceIsDefinitive && waits && state.place[wish] === 0)
    refuse('There is nothing better than a first choice to wait for.');
  if (state.policy.lastRound && waits) refuse('No round is left to wait for.');
}

/** The waiting wishes named by a list of programmes; an objection for each that is none. */
export function waitingNamed(
  state: CampaignState,
  candidate: number,
  { ids, at }: { readonly ids: readonly Id[]; readonly at: Objections },
): ReadonlySet<number> {
  const named = new Set<number>();
  if (!textList(ids, at)) return named;
  for (const [index, id] of ids.entries()) {
    const wish = wishNamed(state, candidate, id);
    if (wish !== undefined && state.states[wish] === WAITING) named.add(wish);
    else object(within(at, index), 'event-cannot-apply', 'This names no waiting wish of the candidate.');
  }
  return named;
}

/** The wish of a candidate for a programme of that id, when the list has one. */
export function wishNamed(state: CampaignState, candidate: number, programme: Id): number | undefined {
  const number = state.market.programmeNumbers.get(programme);
  for (const wish of wishesOf(state, candidate)) if (state.market.choices[wish] === number) return wish;
  return undefined;
}

/** A new order of the waiting wishes; those not in it are dropped (R8). */
export function putInOrder(
  state: CampaignState,
  candidate: number,
  { event, at }: { readonly event: CampaignEvent & { do: 'order' }; readonly at: Objections },
): void {
  const before = at.found.length;
  if (event.auto !== undefined && typeof event.auto !== 'boolean')
    object(within(at, 'auto'), 'malformed', 'auto is true or false.');
  const order = [...waitingNamed(state, candidate, { ids: event.ranking, at: within(at, 'ranking') })];
  if (at.found.length === before && order.length < event.ranking.length)
    object(within(at, 'ranking'), 'duplicate-choice', 'The order names a wish twice.');
  if (at.found.length > before) return;
  for (const wish of wishesOf(state, candidate)) {
    const place = order.indexOf(wish);
    state.place[wish] = place < 0 ? OUTSIDE : place;
    if (place < 0 && state.states[wish] === WAITING) happens(state, wish, 'withdraw');
  }
  state.standing[candidate] = event.auto ? AUTO : ORDERED;
}
