import { demonstrationText } from './demonstration-campaign.ts';
import { type CampaignFileFault, readCampaignFile } from './read-campaign-file.ts';

/** For tests: the text of the demonstration file after an edit by hand. */
export function edited(edit: (file: ReturnType<typeof JSON.parse>) => void): string {
  const file = JSON.parse(demonstrationText());
  edit(file);
  return JSON.stringify(file, null, 2);
}

/** For tests: what is wrong with a text, empty when nothing is. */
export function faultsOf(text: string): readonly CampaignFileFault[] {
  const reading = readCampaignFile(text);
  return 'faults' in reading ? reading.faults : [];
}

/** For tests: the words said at one place, empty when nothing is said there. */
export const messageAt = (text: string, pointer: string) =>
  faultsOf(text)
    .filter(({ place }) => place.startsWith(`${pointer} (`))
    .map(({ message }) => message)
    .join(' | ');
