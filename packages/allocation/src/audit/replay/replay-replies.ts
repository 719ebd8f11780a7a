import type { Id } from '../../market/market.ts';
import { type Desk, hasOffer, type Wish } from './replay-state.ts';
import { ended, isTexts, type Told } from './told-event.ts';

/** A reply to an offer (R6). */
export function replyTo({ replay, event, wish, own }: Told): boolean {
  const { answer, keep } = event;
  if (wish.state !== 'offered' && wish.state !== 'held') return false;
  if (!['no', 'yes-definitive', 'yes-but', 'slide'].includes(answer as string)) return false;
  if (
    keep !== undefined &&
    !(isTexts(keep) && keep.every((id) => own.some(({ programme, state }) => programme === id && state === 'waiting')))
  )
    return false;
  if (answer === 'no') return ended(wish);
  const school = (one: Wish) => (replay.desks.get(one.programme) as Desk).rules.school ?? one.programme;
  const stays = (other: Wish): boolean =>
    answer !== 'yes-definitive' &&
    (!replay.ranked || other.place < wish.place) &&
    (answer !== 'slide' || school(other) === school(wish)) &&
    (keep === undefined || other.state === 'lost' || keep.includes(other.programme));
  for (const other of own)
    if (other !== wish && (hasOffer(other) || ((other.state === 'waiting' || other.state === 'lost') && !stays(other))))
      ended(other);
  wish.state = answer === 'yes-definitive' ? 'accepted' : 'held';
  return true;
}

/** Standing orders given anew (R8). */
export function newOrder({ replay, event, own }: Told): boolean {
  const { ranking, auto } = event;
  if (!isTexts(ranking) || new Set(ranking).size < ranking.length || (auto !== undefined && typeof auto !== 'boolean'))
    return false;
  if (!ranking.every((id) => own.some(({ programme, state }) => programme === id && state === 'waiting'))) return false;
  for (const wish of own) {
    const place = ranking.indexOf(wish.programme);
    wish.place = place < 0 ? Number.POSITIVE_INFINITY : place;
    if (place < 0 && wish.state === 'waiting') ended(wish);
  }
  replay.orders.set(event['candidate'] as Id, auto === true ? 'auto' : 'ordered');
  return true;
}
