import type { CampaignPlan } from '@guichet/admissions/campaign/campaign-plan';
import { type CampaignFile, campaignFileFormat } from './campaign-file.ts';
import { instantOf, localTextOf } from './local-time.ts';

/** A file that passed every check as the use-cases take it: its two times read on the clock of its zone. */
export function campaignPlanOf({ campaign, specialisms, schools }: CampaignFile): CampaignPlan {
  const { entryRequirement, ...sheet } = campaign;
  return {
    campaign: {
      ...sheet,
      opensAt: read(sheet.opensAt, sheet.zone),
      closesAt: read(sheet.closesAt, sheet.zone),
      requiredEcts: entryRequirement.requiredEcts,
    },
    specialisms: specialisms.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    schools: schools.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  };
}

/** The file a stored campaign is exported as. */
export function campaignFileOf({ campaign, specialisms, schools }: CampaignPlan): CampaignFile {
  const { requiredEcts, opensAt, closesAt, ...sheet } = campaign;
  return {
    format: campaignFileFormat,
    remarks: [],
    campaign: {
      ...sheet,
      opensAt: localTextOf(opensAt, sheet.zone),
      closesAt: localTextOf(closesAt, sheet.zone),
      entryRequirement: { level: 'M1', requiredEcts, equivalence: 'HUMAN_JUDGEMENT' },
    },
    specialisms,
    schools,
  };
}

function read(written: string, zone: string): Temporal.Instant {
  const instant = instantOf(written, zone);
  if (typeof instant === 'string') throw new Error('A time passed its checks but cannot be read');
  return instant;
}
