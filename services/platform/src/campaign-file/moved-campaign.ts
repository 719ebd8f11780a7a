import type { CampaignFile } from './campaign-file.ts';
import { localTextOf } from './local-time.ts';

/** When a campaign runs and what it is then called; the shape `demoCalendar` of the domain answers with. */
export interface CampaignCalendar {
  readonly slug: string;
  readonly entryYear: number;
  readonly zone: string;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** The same campaign in another year: slug, entry year, zone, dates, and the year where its names say it; remarks stay as written. */
export function movedCampaign(file: CampaignFile, calendar: CampaignCalendar): CampaignFile {
  const { slug, entryYear, zone } = calendar;
  const renamed = (name: string) => name.replaceAll(String(file.campaign.entryYear), String(entryYear));
  const { fr, en } = file.campaign.name;
  const name = { fr: renamed(fr), en: en === null ? null : renamed(en) };
  const [opensAt, closesAt] = [localTextOf(calendar.opensAt, zone), localTextOf(calendar.closesAt, zone)];
  return { ...file, campaign: { ...file.campaign, slug, name, entryYear, zone, opensAt, closesAt } };
}
