import type { Work } from '@guichet/database/session/work';
import { type OpeningObjection, objectionsToOpening } from '@guichet/domain/campaign/campaign-opening';
import { sql } from 'kysely';
import { freeze } from '../notice/freeze.ts';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';

export type OpeningRefusal = OpeningObjection | StaleVersion;

/** Opens a campaign: every member's notice is frozen as version 1, and from then on it takes dossiers. */
export const openCampaign = (work: Work, input: CampaignAct): Promise<Outcome<OpeningRefusal>> =>
  actOnCampaign(work, { operation: 'openCampaign', act: 'CAMPAIGN_OPENED', input }, async (setup) => {
    const refused = objectionsToOpening(setup, work.asOf);
    if (refused.length > 0) return refused;
    for (const { schoolId, rules } of setup.members) {
      const first = { ...rules, number: 1, requiredEcts: setup.requiredEcts };
      await freeze(work, { campaignId: setup.id, schoolId, rules: first, reason: 'Ouverture de la campagne' });
    }
    await sql`update app.campaign set state = 'OPEN' where id = ${setup.id}`.execute(work.db);
    return [];
  });
