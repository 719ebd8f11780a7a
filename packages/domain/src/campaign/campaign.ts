/** Life of a yearly run of the procedure (campagne); only an OPEN one takes dossiers. */
export const campaignStates = ['DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED'] as const;
/** One of `campaignStates`. */
export type CampaignState = (typeof campaignStates)[number];

/** How seats are replied to: wishes in a compulsory order (vœux classés), or offers answered in any order; decided per campaign. */
export const replyPolicies = ['RANKED_MATCH', 'FREE_REPLY'] as const;
/** One of `replyPolicies`. */
export type ReplyPolicy = (typeof replyPolicies)[number];

/** Where the orals are sat: once for all schools, or each school its own; decided per campaign. */
export const oralsModes = ['COMMON', 'PER_SCHOOL'] as const;
/** One of `oralsModes`. */
export type OralsMode = (typeof oralsModes)[number];

/**
 * What a school learns of a candidate's other choices (autres vœux), decided per campaign while it is a DRAFT: HIDDEN nothing; COUNT at how
 * many other schools the dossier stood when the campaign closed; NAMES_AFTER_REPLIES nothing before replies exist.
 */
export const otherChoicesPolicies = ['HIDDEN', 'COUNT', 'NAMES_AFTER_REPLIES'] as const;
/** One of `otherChoicesPolicies`. */
export type OtherChoicesPolicy = (typeof otherChoicesPolicies)[number];

/** When a campaign takes dossiers: both instants included. */
export interface FilingPeriod {
  readonly state: CampaignState;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** Late is what was received after the deadline; what was received at that very instant is in time. */
export const isLate = (receivedAt: Temporal.Instant, closesAt: Temporal.Instant): boolean =>
  Temporal.Instant.compare(receivedAt, closesAt) > 0;

/** Why a campaign takes no dossier. */
export type FilingObjection =
  | { readonly reason: 'DEADLINE_PASSED'; readonly closedAt: Temporal.Instant }
  | { readonly reason: 'CAMPAIGN_NOT_OPEN'; readonly opensAt: Temporal.Instant };

/**
 * A dossier is taken from opening to closing, judged at the instant the request was received: the state CLOSED, written by a job
 * somewhat later, refuses nothing that was received in time.
 */
export function objectionsToFiling({ state, opensAt, closesAt }: FilingPeriod, receivedAt: Temporal.Instant): FilingObjection[] {
  if (state === 'DRAFT' || Temporal.Instant.compare(receivedAt, opensAt) < 0) return [{ reason: 'CAMPAIGN_NOT_OPEN', opensAt }];
  if (state === 'ARCHIVED' || isLate(receivedAt, closesAt)) return [{ reason: 'DEADLINE_PASSED', closedAt: closesAt }];
  return [];
}
