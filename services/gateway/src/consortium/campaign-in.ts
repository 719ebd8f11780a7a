import { requiredId } from '../node/required-id.ts';
import type { CampaignActInput } from './campaign-acts.input.ts';

/** What every act on a campaign names, with the uuid behind its id. */
export const campaignIn = ({ campaignId, expectedVersion, idempotencyKey }: CampaignActInput) => ({
  campaignId: requiredId('Campaign', campaignId),
  expectedVersion,
  idempotencyKey,
});
