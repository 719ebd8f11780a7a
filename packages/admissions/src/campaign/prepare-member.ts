import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { CampaignState } from '@guichet/domain/campaign/campaign';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';
import { beginNotice } from './begin-notice.ts';

export interface PrepareMemberInput extends CampaignAct {
  readonly schoolId: string;
}

export type PreparingObjection =
  | StaleVersion
  | { readonly reason: 'NOT_IN_THIS_STATE'; readonly state: CampaignState }
  | { readonly reason: 'ALREADY_EXISTS'; readonly path: readonly string[] };

/** Lets a school write its notice for a campaign before it joins: into one already open it joins only complete. */
export const prepareMember = (work: Work, input: PrepareMemberInput): Promise<Outcome<PreparingObjection>> =>
  actOnCampaign<PreparingObjection, PrepareMemberInput>(
    work,
    { operation: 'prepareMember', act: 'CAMPAIGN_MEMBER_PREPARED', input, also: [input.schoolId] },
    async ({ id, state, members, preparing, requiredEcts }) => {
      const { schoolId } = input;
      const isMember = members.some((member) => member.schoolId === schoolId);
      if (!isMember && !preparing.some((school) => school.schoolId === schoolId)) throw new NotFound();
      if (isMember) return [{ reason: 'ALREADY_EXISTS', path: ['schoolId'] }];
      if (state !== 'DRAFT' && state !== 'OPEN') return [{ reason: 'NOT_IN_THIS_STATE', state }];
      await beginNotice(work, { campaignId: id, schoolId, requiredEcts });
      return [];
    },
  );
