import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';

/** The campaign dossiers are loaded into, with its frozen notices. */
export async function campaignFacts(binding: Binding, campaignId: string): Promise<CampaignFacts> {
  const facts = await inWork(binding, consortiumHat(systemPrincipal), ({ db }) => readCampaignFacts(db, campaignId));
  if (!facts) throw new Error('The campaign is gone');
  return facts;
}
