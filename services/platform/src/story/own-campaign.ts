import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { CampaignFile } from '../campaign-file/campaign-file.ts';
import { campaignPlanOf } from '../campaign-file/campaign-plan-of.ts';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { calendarAt } from '../demonstration/calendar-at.ts';
import type { CommandPlace } from '../running/command-place.ts';

/** A campaign nobody else uses, of the schools that are there, from a file like any other. */
export async function importOwnCampaign({ binding }: CommandPlace): Promise<CampaignFile> {
  return inWork(binding, consortiumHat(systemPrincipal), async (work) => {
    const calendar = { ...calendarAt(work.asOf), slug: `demo-${crypto.randomUUID().slice(0, 6)}` };
    const { campaign, ...file } = demonstrationCampaign(calendar);
    const name = { fr: `Démonstration ${calendar.slug}`, en: `Demonstration ${calendar.slug}` };
    const own = { ...file, campaign: { ...campaign, name } };
    await importCampaign(work, campaignPlanOf(own));
    return own;
  });
}

/** What the story's candidate studied and asks for: one specialism that admits the mention in each school, and one that does not. */
export interface Plan {
  readonly mention: string;
  readonly admitted: ReadonlyMap<string, string>;
  readonly unfit: { readonly school: string; readonly specialism: string };
}

/** A mention that every school admits in some specialism, and a school with another specialism that does not. */
export function planFor({ specialisms, schools }: CampaignFile): Plan {
  const admits = (code: string, mention: string) =>
    specialisms.some((each) => each.code === code && each.admittedMentions.includes(mention));
  for (const mention of new Set(specialisms.flatMap(({ admittedMentions }) => admittedMentions))) {
    const admitted = schools.flatMap(({ slug, notice }) => {
      const fit = notice.specialisms.find((code) => admits(code, mention));
      return fit === undefined ? [] : [[slug, fit] as const];
    });
    const last = schools.at(-1);
    const unfit = last?.notice.specialisms.find((code) => !admits(code, mention));
    if (last && unfit !== undefined && admitted.length === schools.length)
      return { mention, admitted: new Map(admitted), unfit: { school: last.slug, specialism: unfit } };
  }
  throw new Error('No mention fits every school of the campaign');
}
