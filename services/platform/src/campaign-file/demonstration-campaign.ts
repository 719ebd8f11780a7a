import { readFileSync } from 'node:fs';
import type { CampaignFile } from './campaign-file.ts';
import { type CampaignCalendar, movedCampaign } from './moved-campaign.ts';
import { readCampaignFile } from './read-campaign-file.ts';

/** The text of data/astg3.campaign.json, with the dates the procedure published for 2018. */
export function demonstrationText(): string {
  return readFileSync(new URL('../../data/astg3.campaign.json', import.meta.url), 'utf8');
}

/** The demonstration campaign as it is loaded: the shipped file moved to the calendar given (`demoCalendar`). */
export function demonstrationCampaign(calendar: CampaignCalendar): CampaignFile {
  const reading = readCampaignFile(demonstrationText());
  if ('faults' in reading)
    throw new Error(`data/astg3.campaign.json: ${reading.faults.map(({ place, message }) => `${place} ${message}`).join('; ')}`);
  return movedCampaign(reading.file, calendar);
}
