import { readApplications } from '@guichet/database/application/application.read';
import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type FilingObjection, objectionsToFiling } from '@guichet/domain/campaign/campaign';
import { referenceBytes, referenceFrom } from '@guichet/domain/candidacy/reference';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface CreateApplication {
  readonly campaignId: string;
  readonly idempotencyKey: string;
  /** As the candidate declares it: students of partner institutions use the international sessions. */
  readonly isPartnerStudent: boolean;
}

export type CreationObjection =
  | FilingObjection
  | { readonly reason: 'PARTNER_STUDENT' | 'ALREADY_EXISTS'; readonly path: readonly string[] };

/** Begins the one dossier of a candidate in a campaign. */
export const createApplication = (work: Work, input: CreateApplication): Promise<Outcome<CreationObjection>> =>
  once<CreationObjection>(work, { operation: 'createApplication', key: input.idempotencyKey, input }, async () => {
    const campaign = await readCampaignFacts(work.db, input.campaignId);
    if (!campaign) throw new NotFound();
    const refused: CreationObjection[] = objectionsToFiling(campaign, work.asOf);
    if (input.isPartnerStudent) refused.push({ reason: 'PARTNER_STUDENT', path: ['isPartnerStudent'] });
    if (refused.length > 0) return { refused: refused.map((objection) => ({ ...objection, zone: campaign.zone })) };
    const applicationId = await begun(work, campaign);
    if (applicationId === null) return { refused: [{ reason: 'ALREADY_EXISTS', path: ['campaignId'] }] };
    await tracePerson(work, 'APPLICATION_CREATED', applicationId);
    return { done: { applicationId } };
  });

const mostDraws = 5; // of 9.7 million references, five taken in a row mean a fault elsewhere

/** The new dossier's id, or null when there is one already; a reference taken by another is drawn again. */
async function begun(work: Work, campaign: CampaignFacts): Promise<string | null> {
  for (let draw = 0; draw < mostDraws; draw++) {
    const [existing] = await readApplications(work.db, { ofCampaign: campaign.id });
    if (existing) return null;
    const id = crypto.randomUUID();
    if (await inserted(work, { id, campaign })) return id;
  }
  throw new Error('No free reference was drawn');
}

async function inserted({ db, asOf, hat }: Work, { id, campaign }: { id: string; campaign: CampaignFacts }): Promise<boolean> {
  const reference = referenceFrom(crypto.getRandomValues(new Uint8Array(referenceBytes)), campaign);
  const { numAffectedRows } = await sql`
    insert into app.application (candidate_id, id, campaign_id, reference, state, version, is_being_revised, studies, choices, created_at,
      snapshot_number)
    values (${hat.candidate}, ${id}, ${campaign.id}, ${reference}, 'DRAFT', 1, false, '[]', '[]', ${asOf.toString()}, 0)
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}
