import type { Work } from '@guichet/database/session/work';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import type { NoticeRules } from '@guichet/domain/notice/notice';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import type { CampaignPlan, PlannedSchool } from './campaign-plan.ts';
import { readCampaignPlan } from './export-campaign.ts';
import { insertCampaign } from './write-campaign.ts';

/** What an import did: a campaign of that name is made, or was there already and the same, or is there and another. */
export type Imported =
  | { readonly outcome: 'CREATED' | 'UNCHANGED'; readonly campaignId: string }
  | { readonly outcome: 'DIFFERS'; readonly campaignId: string; readonly differences: readonly string[] };

/**
 * Makes a campaign in DRAFT from a plan, with its member schools' notices in preparation. Schools and specialisms that exist keep
 * what they say of themselves: a school edits its own, and the list is shared by every campaign.
 */
export async function importCampaign(work: Work, plan: CampaignPlan): Promise<Imported> {
  const existing = await readCampaignPlan(work.db, plan.campaign.slug);
  if (existing) return compared(existing, plan);
  const specialisms = await listedSpecialisms(work, plan);
  const schools = await listedSchools(work, plan);
  const campaignId = crypto.randomUUID();
  await insertCampaign(work, campaignId, plan.campaign);
  const rows = plan.schools.map((school) => ({
    schoolId: schools.get(school.slug),
    rules: rulesOf(school, plan, specialisms),
  }));
  const source = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r ("schoolId" uuid, rules jsonb)`;
  await sql`insert into app.campaign_member (school_id, campaign_id) select r."schoolId", ${campaignId} from ${source}`.execute(
    work.db,
  );
  await sql`insert into app.notice_draft (school_id, campaign_id, rules, version)
    select r."schoolId", ${campaignId}, r.rules, 1 from ${source}`.execute(work.db);
  await tracePerson(work, 'CAMPAIGN_IMPORTED', campaignId);
  return { outcome: 'CREATED', campaignId };
}

function compared({ id, plan: existing }: { id: string; plan: CampaignPlan }, plan: CampaignPlan): Imported {
  const parts = ['campaign', 'specialisms', 'schools'] as const;
  const differences = parts.filter((part) => canonicalJson(plain(existing[part])) !== canonicalJson(plain(plan[part])));
  return differences.length === 0
    ? { outcome: 'UNCHANGED', campaignId: id }
    : { outcome: 'DIFFERS', campaignId: id, differences };
}

/** Instants as text, as a file holds them. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function listedSpecialisms({ db }: Work, { specialisms }: CampaignPlan) {
  await sql`
    insert into app.specialism (id, code, name_fr, name_en, admitted_mentions, version)
    select gen_random_uuid(), r.code, r.fr, r.en, array(select json_array_elements_text(r."admittedMentions")), 1
    from json_to_recordset(${JSON.stringify(specialisms)}::json) as r (code text, fr text, en text, "admittedMentions" json)
    on conflict (code) do nothing`.execute(db);
  const codes = specialisms.map(({ code }) => code);
  const { rows } = await sql<NoticeRules['specialisms'][number]>`
    select id, code, admitted_mentions as "admittedMentions" from app.specialism where code = any(${codes})`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

async function listedSchools({ db }: Work, { schools }: CampaignPlan) {
  const rows = schools.map((school) => ({ ...school, ...contactColumns(school.contact) }));
  await sql`
    insert into app.school (id, slug, name, short_name, city, colour, contact_name, contact_telephone, contact_email, is_listed, version)
    select gen_random_uuid(), r.slug, r.name, r."shortName", r.city, r.colour, r."contactName", r."contactTelephone", r."contactEmail", true, 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (slug text, name text, "shortName" text, city text, colour text,
      "contactName" text, "contactTelephone" text, "contactEmail" text)
    on conflict (slug) do nothing`.execute(db);
  const slugs = schools.map(({ slug }) => slug);
  const found = await sql<{ slug: string; id: string }>`select slug, id from app.school where slug = any(${slugs})`.execute(db);
  return new Map(found.rows.map(({ slug, id }) => [slug, id]));
}

const contactColumns = (contact: PlannedSchool['contact']) => ({
  contactName: contact?.name ?? null,
  contactTelephone: contact?.telephone ?? null,
  contactEmail: contact?.email ?? null,
});

/** A notice in preparation bears the number it will have once frozen. */
function rulesOf(
  { notice }: PlannedSchool,
  { campaign }: CampaignPlan,
  listed: ReadonlyMap<string, NoticeRules['specialisms'][number]>,
): NoticeRules {
  const specialisms = notice.specialisms.flatMap((code) => listed.get(code) ?? []);
  return { ...notice, number: 1, requiredEcts: campaign.requiredEcts, specialisms };
}
