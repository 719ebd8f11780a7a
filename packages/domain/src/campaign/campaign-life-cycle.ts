import { type CampaignState, isLate } from './campaign.ts';
import { isCampaignDate } from './campaign-dates.ts';

/** One step of a campaign's life: who fires it and what must hold first. */
export interface CampaignTransition {
  readonly from: CampaignState;
  readonly event: 'open' | 'move deadline' | 'close' | 'archive';
  readonly who: 'consortium' | 'clock';
  /** What must hold, in words; the function that decides it is named in brackets. */
  readonly guard: string;
  readonly to: CampaignState;
  readonly effects: readonly string[];
}
/** What happens to a campaign. */
export type CampaignEvent = CampaignTransition['event'];

const freezes = 'the notice of every member school is frozen';
const recorded = 'author and reason are recorded';
const signed = 'its author is recorded; no reason is asked for';
const discloses = 'other choices are counted for their schools where the campaign discloses their number';
const hides = 'what was disclosed is hidden until it closes again';

/** Every step of a campaign's life (decided per consortium): nothing leads back to DRAFT, nothing leaves ARCHIVED. */
export const campaignTransitions: readonly CampaignTransition[] = [
  { from: 'DRAFT', event: 'open', who: 'consortium', guard: 'complete (objectionsToOpening)', to: 'OPEN', effects: [freezes] },
  {
    from: 'OPEN',
    event: 'move deadline',
    who: 'consortium',
    guard: 'ahead of now (objectionsToMovingDeadline)',
    to: 'OPEN',
    effects: [recorded],
  },
  { from: 'OPEN', event: 'close', who: 'clock', guard: 'the deadline has passed (isLate)', to: 'CLOSED', effects: [discloses] },
  {
    from: 'CLOSED',
    event: 'move deadline',
    who: 'consortium',
    guard: 'ahead of now (objectionsToMovingDeadline)',
    to: 'OPEN',
    effects: [recorded, hides],
  },
  { from: 'CLOSED', event: 'archive', who: 'consortium', guard: 'none', to: 'ARCHIVED', effects: [signed] },
];

/** The state an event leads to, or null when that event cannot happen in this state. */
export const campaignStateAfter = (state: CampaignState, event: CampaignEvent): CampaignState | null =>
  campaignTransitions.find((row) => row.from === state && row.event === event)?.to ?? null;

/** Why a deadline does not move. */
export type DeadlineObjection = {
  readonly reason: 'NOT_IN_THIS_STATE' | 'DATE_OUT_OF_RANGE' | 'CLOSES_BEFORE_OPENING' | 'NEW_DEADLINE_PASSED';
};

/**
 * A deadline moves while a campaign is OPEN or CLOSED (which reopens it), or freely in DRAFT; never to an instant already past, for
 * that would make late what was taken in time.
 */
export function objectionsToMovingDeadline(
  { state, opensAt }: { readonly state: CampaignState; readonly opensAt: Temporal.Instant },
  closesAt: Temporal.Instant,
  asOf: Temporal.Instant,
): DeadlineObjection[] {
  const objections: DeadlineObjection[] = [];
  if (state !== 'DRAFT' && campaignStateAfter(state, 'move deadline') === null) objections.push({ reason: 'NOT_IN_THIS_STATE' });
  if (!isCampaignDate(closesAt)) objections.push({ reason: 'DATE_OUT_OF_RANGE' });
  if (Temporal.Instant.compare(closesAt, opensAt) <= 0) objections.push({ reason: 'CLOSES_BEFORE_OPENING' });
  if (isLate(asOf, closesAt)) objections.push({ reason: 'NEW_DEADLINE_PASSED' });
  return objections;
}
