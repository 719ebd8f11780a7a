import { type Fault, faultsOfAnswers, line, wholeBetween } from '../application/field-checks.ts';
import { faultOfSlug } from '../school/slug.ts';
import { normalText } from '../text/plain-text.ts';
import type { OralsMode, OtherChoicesPolicy, ReplyPolicy } from './campaign.ts';
import { campaignYears, isCampaignDate } from './campaign-dates.ts';

/** What the consortium sets for one yearly run; changed freely in DRAFT only (decided per consortium). */
export interface CampaignSettings {
  readonly slug: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  /** The way into the schools this campaign is about, in capitals: the line of their intake plans it fills; references begin with it. */
  readonly procedure: string;
  /** Calendar year of entry. */
  readonly entryYear: number;
  /** IANA name of the zone its dates are announced in. */
  readonly zone: string;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly maxChoices: number;
  readonly replyPolicy: ReplyPolicy;
  readonly oralsMode: OralsMode;
  readonly otherChoices: OtherChoicesPolicy;
  /** Whole cents, zero when there is none. */
  readonly feeCents: number;
  /** Credits (ECTS) that count as four years after the baccalauréat. */
  readonly requiredEcts: number;
}

/** Why settings do not stand; `path` leads to the one concerned. */
export interface SettingsFault {
  readonly reason: Fault['reason'] | 'SLUG_NOT_VALID' | 'SLUG_RESERVED' | 'CLOSES_BEFORE_OPENING' | 'DATE_OUT_OF_RANGE';
  readonly path: readonly string[];
  readonly max?: number;
}

const checks = {
  entryYear: wholeBetween(campaignYears.first, campaignYears.last),
  maxChoices: wholeBetween(1, 50),
  feeCents: wholeBetween(0, 100_000),
  requiredEcts: wholeBetween(0, 600),
};
const campaignName = line(200);

/** Settings as they are stored: names without what pasting brings unseen, NFC. */
export const tidySettings = ({ name, ...settings }: CampaignSettings): CampaignSettings => ({
  ...settings,
  name: { fr: normalText(name.fr), en: name.en === null ? null : normalText(name.en) },
});

/** Settings stand when each is within its bounds and the campaign closes after it opens; all faults at once. */
export function faultsOfSettings(settings: CampaignSettings): SettingsFault[] {
  const { slug, procedure, zone, opensAt, closesAt } = settings;
  const slugFault = faultOfSlug(slug);
  return [
    ...(slugFault === null ? [] : [{ reason: slugFault, path: ['slug'] }]),
    ...faultsOfAnswers(settings.name, { fr: campaignName, en: campaignName }, ['name']),
    ...(/^[A-Z][A-Z0-9]{1,15}$/.test(procedure) ? [] : [{ reason: 'UNKNOWN_VALUE' as const, path: ['procedure'] }]),
    ...faultsOfAnswers(settings, checks, []),
    ...(isZone(zone) ? [] : [{ reason: 'UNKNOWN_VALUE' as const, path: ['zone'] }]),
    ...Object.entries({ opensAt, closesAt })
      .filter(([, at]) => !isCampaignDate(at))
      .map(([name]) => ({ reason: 'DATE_OUT_OF_RANGE' as const, path: [name] })),
    ...(Temporal.Instant.compare(closesAt, opensAt) > 0
      ? []
      : [{ reason: 'CLOSES_BEFORE_OPENING' as const, path: ['closesAt'] }]),
  ];
}

/** A zone has a name, whose rules tell summer from winter; a bare offset would announce the wrong hour half the year. */
function isZone(zone: string): boolean {
  if (!/^[A-Za-z]+(?:\/[\w+-]+)*$/.test(zone)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId !== '';
  } catch {
    return false;
  }
}
