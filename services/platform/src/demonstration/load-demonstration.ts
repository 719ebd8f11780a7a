import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { loadReferenceData } from '@guichet/admissions/campaign/load-reference-data';
import type { Work } from '@guichet/database/session/work';
import { type DemoCalendar, demoCalendar } from '@guichet/domain/campaign/demo-calendar';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { campaignPlanOf } from '../campaign-file/campaign-plan-of.ts';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { readCountries } from '../nomenclature/countries.ts';
import { readInstitutions } from '../nomenclature/institutions.ts';
import { readMentions } from '../nomenclature/mentions.ts';

/** The lists every campaign refers to, as shipped. */
export const shippedReferenceData = () => ({
  countries: readCountries(),
  mentions: readMentions().map(({ code, nameFr, domain }) => ({ code, name: nameFr, domain })),
  institutions: readInstitutions().map(({ uai, nameFr, nameEn, acronym, city, country }) => ({
    uai,
    nameFr,
    nameEn,
    acronym,
    city,
    country,
    searchKey: searchKey([nameFr, nameEn, acronym, city, uai].filter(Boolean).join(' ')),
  })),
});

/** What was loaded, when, and the dates it was given. */
export interface LoadedCampaign {
  readonly campaignId: string;
  readonly calendar: DemoCalendar;
  readonly asOf: Temporal.Instant;
}

/** Loads lists and the published campaign as a consortium administrator would, its dates set once from the day of loading. */
export async function loadDemonstration(work: Work): Promise<LoadedCampaign> {
  await loadReferenceData(work, shippedReferenceData());
  const calendar = demoCalendar(work.asOf);
  const { campaignId } = await importCampaign(work, campaignPlanOf(demonstrationCampaign(calendar)));
  return { campaignId, calendar, asOf: work.asOf };
}
