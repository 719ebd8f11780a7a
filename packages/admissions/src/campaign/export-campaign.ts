import type { NoticeRules } from '@guichet/domain/notice/notice';
import { type Kysely, sql } from 'kysely';
import type { CampaignPlan, PlannedSchool, PlannedSpecialism } from './campaign-plan.ts';

type StoredCampaign = Omit<CampaignPlan['campaign'], 'opensAt' | 'closesAt'> & {
  readonly id: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly schools: readonly (Omit<PlannedSchool, 'notice'> & { readonly rules: NoticeRules })[];
  readonly specialisms: readonly PlannedSpecialism[];
};

/** A campaign as the plan it came from, or would come from; null when there is none. Notices as frozen, else as prepared. */
export async function readCampaignPlan(
  db: Kysely<unknown>,
  slug: string,
): Promise<{ readonly id: string; readonly plan: CampaignPlan } | null> {
  const { rows } = await sql<StoredCampaign>`
    select c.id, c.slug, json_build_object('fr', c.name_fr, 'en', c.name_en) as name, c.procedure, c.entry_year as "entryYear", c.zone,
      c.opens_at::text as "opensAt", c.closes_at::text as "closesAt", c.max_choices as "maxChoices", c.reply_policy as "replyPolicy",
      c.orals_mode as "oralsMode", c.other_choices as "otherChoices", c.fee_cents as "feeCents", c.required_ects as "requiredEcts",
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name, 'shortName', s.short_name, 'city', s.city,
          'colour', s.colour, 'contact', case when s.contact_name is null then null else json_build_object('name', s.contact_name,
          'telephone', s.contact_telephone, 'email', s.contact_email) end, 'rules', r.rules) order by s.slug), '[]')
        from app.campaign_member m join app.school s on s.id = m.school_id join lateral (
          select rules from (select n.rules, n.number from app.notice_version n where n.school_id = m.school_id and n.campaign_id = c.id
            union all select d.rules, 0 from app.notice_draft d where d.school_id = m.school_id and d.campaign_id = c.id) x
          order by number desc limit 1) r on true
        where m.campaign_id = c.id) as schools,
      (select coalesce(json_agg(json_build_object('code', p.code, 'fr', p.name_fr, 'en', p.name_en, 'admittedMentions',
        p.admitted_mentions) order by p.code), '[]') from app.specialism p) as specialisms
    from app.campaign c where c.slug = ${slug}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { id, ...stored } = row;
  return { id, plan: planOf(stored) };
}

function planOf({ schools, specialisms, opensAt, closesAt, ...campaign }: Omit<StoredCampaign, 'id'>): CampaignPlan {
  const used = new Set(schools.flatMap(({ rules }) => rules.specialisms.map(({ code }) => code)));
  return {
    campaign: { ...campaign, opensAt: Temporal.Instant.from(opensAt), closesAt: Temporal.Instant.from(closesAt) },
    specialisms: specialisms.filter(({ code }) => used.has(code)),
    schools: schools.map(({ rules, ...school }) => ({ ...school, notice: noticeOf(rules) })),
  };
}

const noticeOf = ({ specialisms, specialismsPerChoice, intake, articles }: NoticeRules): PlannedSchool['notice'] => ({
  specialisms: specialisms.map(({ code }) => code),
  specialismsPerChoice,
  intake,
  articles,
});
