import type { CampaignState } from '../campaign/campaign.ts';
import { objectionsToJoining, type SchoolSetupFacts, type SchoolSetupObjection } from '../campaign/campaign-opening.ts';
import { faultsOfNotice, type NoticeFault, type NoticeRules } from './notice.ts';
import { changesOfNotice } from './notice-changes.ts';

/** What decides whether a further version of a notice may be frozen. */
export interface FreezingFacts {
  readonly state: CampaignState;
  /** False while the school prepares to join: its first version is frozen when it does. */
  readonly isMember: boolean;
  readonly inForce: NoticeRules | null;
  readonly next: NoticeRules;
  readonly school: SchoolSetupFacts;
}

/** Why a further version cannot be frozen. */
export type FreezingObjection = { readonly reason: 'NOT_IN_THIS_STATE' | 'NOTHING_CHANGED' } | NoticeFault | SchoolSetupObjection;

/** A further version is frozen in an OPEN campaign only, and only when it differs, is sound and leaves the school complete (the first is frozen at opening). */
export function objectionsToFreezing({ state, isMember, inForce, next, school }: FreezingFacts): FreezingObjection[] {
  const objections: FreezingObjection[] = state === 'OPEN' && isMember ? [] : [{ reason: 'NOT_IN_THIS_STATE' }];
  if (changesOfNotice(inForce, next).length === 0) objections.push({ reason: 'NOTHING_CHANGED' });
  return [...objections, ...faultsOfNotice(next), ...objectionsToJoining(school)];
}

/** A notice is written until its campaign is archived; what is in force stays so until the next version. */
export const isNoticeWritable = (state: CampaignState): boolean => state !== 'ARCHIVED';
