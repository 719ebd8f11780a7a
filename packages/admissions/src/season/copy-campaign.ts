import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type CampaignSettings, faultsOfSettings, tidySettings } from '@guichet/domain/campaign/campaign-settings';
import { datesOfNextSeason } from '@guichet/domain/season/next-season';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import type { SettingsObjection } from '../campaign/create-campaign.ts';
import { insertCampaign } from '../campaign/write-campaign.ts';
import { type Outcome, once } from '../once.ts';

export interface CopyCampaignInput {
  readonly campaignId: string;
  readonly slug: string;
  readonly name: CampaignSettings['name'];
  /** The day the new season opens; every date moves with it. */
  readonly opensOn: string;
  readonly idempotencyKey: string;
}

/**
 * A new season from the last one (nouvelle campagne): settings, member schools and their notices as drafts, dates moved. Nothing of any
 * person is read nor written: no candidacy, no total, no membership, which belong to the schools anyway.
 */
export const copyCampaign = (
  work: Work,
  { idempotencyKey: key, ...input }: CopyCampaignInput,
): Promise<Outcome<SettingsObjection>> =>
  once<SettingsObjection>(work, { operation: 'copyCampaign', key, input }, async () => {
    const settings = tidySettings({ ...(await nextSettings(work, input)), slug: input.slug, name: input.name });
    const refused = faultsOfSettings(settings);
    if (refused.length > 0) return { refused: eachOnce(refused.map(inInput)) };
    const campaignId = crypto.randomUUID();
    const isNew = await insertCampaign(work, campaignId, settings);
    if (!isNew) return { refused: [{ reason: 'ALREADY_EXISTS', path: ['slug'] }] };
    await copyMembers(work, input.campaignId, campaignId);
    await tracePerson(work, 'CAMPAIGN_COPIED', campaignId);
    return { done: { campaignId } };
  });

type Stored = Omit<CampaignSettings, 'slug' | 'name' | 'opensAt' | 'closesAt'> & {
  readonly opensAt: string;
  readonly closesAt: string;
};

async function nextSettings({ db }: Work, { campaignId, opensOn }: Pick<CopyCampaignInput, 'campaignId' | 'opensOn'>) {
  const { rows } = await sql<Stored>`
    select procedure, entry_year as "entryYear", zone, opens_at::text as "opensAt", closes_at::text as "closesAt", max_choices as "maxChoices",
      reply_policy as "replyPolicy", orals_mode as "oralsMode", other_choices as "otherChoices", fee_cents as "feeCents",
      required_ects as "requiredEcts"
    from app.campaign where id = ${campaignId}`.execute(db);
  const [last] = rows;
  if (!last) throw new NotFound();
  const dates = { ...last, opensAt: Temporal.Instant.from(last.opensAt), closesAt: Temporal.Instant.from(last.closesAt) };
  return { ...last, ...datesOfNextSeason(dates, Temporal.PlainDate.from(opensOn)) };
}

/** Members with the notice in force, or the one still being written; each begins again at its first number. */
async function copyMembers({ db }: Work, from: string, to: string) {
  await sql`insert into app.campaign_member (school_id, campaign_id)
    select school_id, ${to} from app.campaign_member where campaign_id = ${from}`.execute(db);
  await sql`
    insert into app.notice_draft (school_id, campaign_id, rules, version)
    select m.school_id, ${to}, coalesce(v.rules, d.rules) || '{"number": 1}'::jsonb, 1
    from app.campaign_member m
    left join app.notice_draft d on d.school_id = m.school_id and d.campaign_id = m.campaign_id
    left join lateral (select n.rules from app.notice_version n where n.school_id = m.school_id and n.campaign_id = m.campaign_id
      order by n.number desc limit 1) v on true
    where m.campaign_id = ${from} and coalesce(v.rules, d.rules) is not null`.execute(db);
}

/** Several dates come of the one day: what is wrong with them alike is told once. */
const eachOnce = (faults: readonly SettingsObjection[]): SettingsObjection[] => [
  ...new Map(faults.map((fault) => [[fault.reason, ...fault.path].join(), fault])).values(),
];

/** Only slug, name and the opening's day were given; what else does not stand comes of that day. */
const inInput = (fault: SettingsObjection): SettingsObjection =>
  ['slug', 'name'].includes(fault.path[0] ?? '') ? fault : { ...fault, path: ['opensOn'] };
