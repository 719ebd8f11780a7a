import type { Work } from '@guichet/database/session/work';
import type { CampaignState } from '@guichet/domain/campaign/campaign';
import { type CampaignSettings, faultsOfSettings, tidySettings } from '@guichet/domain/campaign/campaign-settings';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';
import { inSettings, type SettingsObjection } from './create-campaign.ts';
import { isSlugTaken, updateSettings } from './write-campaign.ts';

export interface UpdateCampaignInput extends CampaignAct {
  readonly settings: CampaignSettings;
}

export type UpdateObjection =
  | SettingsObjection
  | StaleVersion
  | { readonly reason: 'NOT_IN_THIS_STATE'; readonly state: CampaignState };

/** Changes the settings of a campaign that is not open yet: once dossiers may rely on them, only the deadline moves. */
export const updateCampaign = (work: Work, input: UpdateCampaignInput): Promise<Outcome<UpdateObjection>> =>
  actOnCampaign<UpdateObjection, UpdateCampaignInput>(
    work,
    { operation: 'updateCampaign', act: 'CAMPAIGN_UPDATED', input },
    async ({ id, state }) => {
      const settings = tidySettings(input.settings);
      const refused: UpdateObjection[] = [
        ...(state === 'DRAFT' ? [] : [{ reason: 'NOT_IN_THIS_STATE' as const, state }]),
        ...faultsOfSettings(settings).map(inSettings),
        ...((await isSlugTaken(work, settings.slug, id))
          ? [{ reason: 'ALREADY_EXISTS' as const, path: ['settings', 'slug'] }]
          : []),
      ];
      if (refused.length === 0) await updateSettings(work, id, settings);
      return refused;
    },
  );
