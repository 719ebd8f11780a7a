import type { Work } from '@guichet/database/session/work';
import type { CampaignSettings } from '@guichet/domain/campaign/campaign-settings';
import { sql } from 'kysely';
import { lostOn } from '../lost-to-another.ts';

/** Inserts a campaign in DRAFT; false when one of that name is there. */
export async function insertCampaign({ db }: Work, id: string, c: CampaignSettings): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.campaign (id, slug, procedure, name_fr, name_en, entry_year, zone, opens_at, closes_at, max_choices, reply_policy,
      orals_mode, other_choices, fee_cents, required_ects, state, version)
    values (${id}, ${c.slug}, ${c.procedure}, ${c.name.fr}, ${c.name.en}, ${c.entryYear}, ${c.zone}, ${c.opensAt.toString()},
      ${c.closesAt.toString()}, ${c.maxChoices}, ${c.replyPolicy}, ${c.oralsMode}, ${c.otherChoices}, ${c.feeCents}, ${c.requiredEcts},
      'DRAFT', 1) on conflict (slug) do nothing`.execute(db);
  return numAffectedRows === 1n;
}

/** Writes all settings of a campaign anew. */
export async function updateSettings({ db }: Work, id: string, c: CampaignSettings): Promise<void> {
  await sql`
    update app.campaign set slug = ${c.slug}, procedure = ${c.procedure}, name_fr = ${c.name.fr}, name_en = ${c.name.en},
      entry_year = ${c.entryYear}, zone = ${c.zone}, opens_at = ${c.opensAt.toString()}, closes_at = ${c.closesAt.toString()},
      max_choices = ${c.maxChoices}, reply_policy = ${c.replyPolicy}, orals_mode = ${c.oralsMode}, other_choices = ${c.otherChoices},
      fee_cents = ${c.feeCents}, required_ects = ${c.requiredEcts}
    where id = ${id}`
    .execute(db)
    .catch(lostOn('23505'));
}

/** Whether another campaign bears this short name. */
export async function isSlugTaken({ db }: Work, slug: string, exceptId: string): Promise<boolean> {
  const { rows } = await sql`select from app.campaign where slug = ${slug} and id <> ${exceptId}`.execute(db);
  return rows.length > 0;
}
