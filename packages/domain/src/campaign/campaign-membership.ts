import type { CampaignState } from './campaign.ts';
import {
  objectionsToJoining,
  objectionsToLeaving,
  type SchoolSetupFacts,
  type SchoolSetupObjection,
} from './campaign-opening.ts';

/** What changes in a campaign's membership. */
export interface MembershipChange {
  readonly state: CampaignState;
  readonly joining: readonly SchoolSetupFacts[];
  readonly leaving: readonly { readonly slug: string; readonly candidacyCount: number }[];
  /** Members once it is done. */
  readonly memberCount: number;
}

/** Why a campaign's membership does not change; bears the slug of the school concerned. */
export type MembershipObjection =
  | { readonly reason: 'NOT_IN_THIS_STATE'; readonly state: CampaignState }
  | { readonly reason: 'NO_MEMBER' }
  | { readonly reason: 'HOLDS_CANDIDACIES'; readonly school: string }
  | SchoolSetupObjection;

/**
 * Membership is decided per campaign: freely in DRAFT; in OPEN a school joins only complete and leaves only while it holds no candidacy,
 * and one member at least stays; afterwards it is settled (decided per consortium). Every objection at once.
 */
export function objectionsToMembers({ state, joining, leaving, memberCount }: MembershipChange): MembershipObjection[] {
  const isOpen = state === 'OPEN';
  const held = leaving.flatMap((school): MembershipObjection[] =>
    objectionsToLeaving(school).map(({ reason }) => ({ reason, school: school.slug })),
  );
  return [
    ...(isOpen || state === 'DRAFT' ? [] : [{ reason: 'NOT_IN_THIS_STATE' as const, state }]),
    ...(isOpen && memberCount === 0 ? [{ reason: 'NO_MEMBER' as const }] : []),
    ...(isOpen ? joining.flatMap(objectionsToJoining) : []),
    ...held,
  ];
}
