import { closeCampaigns } from '@guichet/admissions/campaign/close-campaigns';
import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { isAlone } from '../clock/alone.ts';

/** Closes what is over, by one worker of several, and says how many campaigns that were. */
export async function closeCampaignsByClock(binding: Binding): Promise<number> {
  return inWork(binding, systemHat('app_platform'), async (work) =>
    (await isAlone(work, 'close-campaigns')) ? (await closeCampaigns(work)).length : 0,
  );
}
