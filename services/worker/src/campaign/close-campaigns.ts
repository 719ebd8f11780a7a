import { campaignsOver, closeCampaign } from '@guichet/admissions/campaign/close-campaigns';
import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { isAlone } from '../clock/alone.ts';

const clock = systemHat('app_platform');

/**
 * Closes what is over, by one worker of several, and says how many campaigns that were. Each in a transaction of its own: one that cannot
 * be closed keeps no other open, and is heard of once all were tried.
 */
export async function closeCampaignsByClock(binding: Binding): Promise<number> {
  const failures: unknown[] = [];
  let closed = 0;
  for (const id of await inWork(binding, clock, campaignsOver)) {
    try {
      if (await closeAlone(binding, id)) closed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return closed;
}

const closeAlone = (binding: Binding, id: string) =>
  inWork(binding, clock, async (work) => (await isAlone(work, 'close-campaigns')) && closeCampaign(work, id));
