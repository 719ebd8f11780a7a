import { createHash } from 'node:crypto';
import { readCampaignSetup } from '@guichet/database/campaign/campaign-setup.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type OpeningObjection, objectionsToOpening } from '@guichet/domain/campaign/campaign-opening';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import type { Outcome } from '../once.ts';

export type OpeningRefusal = OpeningObjection | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number };

/** Opens a campaign: every member's notice is frozen as version 1, and from then on it takes dossiers. */
export async function openCampaign(
  work: Work,
  { campaignId, expectedVersion }: { readonly campaignId: string; readonly expectedVersion: number },
): Promise<Outcome<OpeningRefusal>> {
  const setup = await readCampaignSetup(work.db, campaignId, 'FOR_UPDATE');
  if (!setup) throw new NotFound();
  if (setup.version !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: setup.version }] };
  const refused = objectionsToOpening(setup, work.asOf);
  if (refused.length > 0) return { refused };
  for (const { schoolId, rules } of setup.members) {
    await freeze(work, { campaignId, schoolId, rules: { ...rules, number: 1 }, reason: 'Ouverture de la campagne' });
  }
  await sql`update app.campaign set state = 'OPEN', version = version + 1 where id = ${campaignId}`.execute(work.db);
  await tracePerson(work, 'CAMPAIGN_OPENED', campaignId);
  return { done: { campaignId } };
}

interface Freezing {
  readonly campaignId: string;
  readonly schoolId: string;
  readonly rules: { readonly number: number };
  readonly reason: string;
}

/** Freezes a notice under its number and digest; what it says binds from then on and is never changed. */
export async function freeze({ db, hat, asOf }: Work, { campaignId, schoolId, rules, reason }: Freezing): Promise<string> {
  const id = crypto.randomUUID();
  const text = canonicalJson(rules);
  const digest = createHash('sha256').update(text).digest('hex');
  await sql`
    insert into app.notice_version (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at)
    values (${schoolId}, ${id}, ${campaignId}, ${rules.number}, ${digest}, ${text}::jsonb, ${hat.principal}, ${reason},
      ${asOf.toString()})`.execute(db);
  return id;
}
