import type { Work } from '@guichet/database/session/work';
import {
  type CampaignSettings,
  faultsOfSettings,
  type SettingsFault,
  tidySettings,
} from '@guichet/domain/campaign/campaign-settings';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { insertCampaign } from './write-campaign.ts';

export interface CreateCampaignInput {
  readonly settings: CampaignSettings;
  readonly idempotencyKey: string;
}

/** Why a campaign's settings are refused. */
export type SettingsObjection = SettingsFault | { readonly reason: 'ALREADY_EXISTS'; readonly path: readonly string[] };

/** Makes a campaign in DRAFT, without schools. */
export const createCampaign = (
  work: Work,
  { idempotencyKey: key, settings: given }: CreateCampaignInput,
): Promise<Outcome<SettingsObjection>> =>
  once<SettingsObjection>(work, { operation: 'createCampaign', key, input: JSON.parse(JSON.stringify(given)) }, async () => {
    const settings = tidySettings(given);
    const refused = faultsOfSettings(settings);
    if (refused.length > 0) return { refused: refused.map(inSettings) };
    const campaignId = crypto.randomUUID();
    const isNew = await insertCampaign(work, campaignId, settings);
    if (!isNew) return { refused: [{ reason: 'ALREADY_EXISTS', path: ['settings', 'slug'] }] };
    await tracePerson(work, 'CAMPAIGN_CREATED', campaignId);
    return { done: { campaignId } };
  });

/** The input holds the settings under their own name. */
export const inSettings = (fault: SettingsFault): SettingsFault => ({ ...fault, path: ['settings', ...fault.path] });
