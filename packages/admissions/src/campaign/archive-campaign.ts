import type { Work } from '@guichet/database/session/work';
import type { CampaignState } from '@guichet/domain/campaign/campaign';
import { campaignStateAfter } from '@guichet/domain/campaign/campaign-life-cycle';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';

export type ArchivingObjection = StaleVersion | { readonly reason: 'NOT_IN_THIS_STATE'; readonly state: CampaignState };

/** Archives a closed campaign: it is kept for the record, and nothing leads back. */
export const archiveCampaign = (work: Work, input: CampaignAct): Promise<Outcome<ArchivingObjection>> =>
  actOnCampaign<ArchivingObjection, CampaignAct>(
    work,
    { operation: 'archiveCampaign', act: 'CAMPAIGN_ARCHIVED', input },
    async ({ id, state }) => {
      const next = campaignStateAfter(state, 'archive');
      if (next === null) return [{ reason: 'NOT_IN_THIS_STATE', state }];
      await sql`update app.campaign set state = ${next} where id = ${id}`.execute(work.db);
      return [];
    },
  );
