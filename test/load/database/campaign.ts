import { randomUUID } from 'node:crypto';
import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { CampaignFile } from '@guichet/platform/campaign-file/campaign-file';
import { campaignPlanOf } from '@guichet/platform/campaign-file/campaign-plan-of';
import { demonstrationCampaign } from '@guichet/platform/campaign-file/demonstration-campaign';
import { calendarAt } from '@guichet/platform/demonstration/calendar-at';
import { joinAs } from '@guichet/platform/demonstration/demo-accounts';
import { ensureReferenceLists } from '@guichet/platform/running/reference-lists';
import { syntheticCampaign } from '@guichet/platform/synthetic/synthetic-schools';
import { sql } from 'kysely';

const asConsortium = consortiumHat(systemPrincipal);
const schools = 12;
const specialisms = 8;

/** The campaign of the bench, open: twelve schools that do not exist, eight specialisms each. */
export async function openBenchCampaign(ownerUrl: string, secret: string): Promise<void> {
  const orm = await createOrm({ url: loginUrl(ownerUrl, 'app_login', secret), connections: 2 });
  const binding = { orm, ...bindingKeys(secret) };
  try {
    await ensureReferenceLists(binding);
    const campaignId = await imported(binding);
    await appointAdministrators(binding);
    const opened = await inWork(binding, asConsortium, (work) => openCampaign(work, { campaignId, expectedVersion: 1 }));
    if ('refused' in opened) throw new Error(`The campaign of the bench did not open: ${JSON.stringify(opened.refused)}`);
  } finally {
    await orm.close();
  }
}

const imported = (binding: Binding) =>
  inWork(binding, asConsortium, async (work) => {
    const calendar = { ...calendarAt(work.asOf), slug: 'bench' };
    const file = offeringAlike(syntheticCampaign(demonstrationCampaign(calendar), calendar, { seed: 7, count: schools }));
    const outcome = await importCampaign(work, campaignPlanOf(file));
    if (outcome.outcome !== 'CREATED') throw new Error('There is a campaign of the bench already');
    return outcome.campaignId;
  });

/** Each school offers as many specialisms as the others, each specialism is offered by some. */
const offeringAlike = (file: CampaignFile): CampaignFile => ({
  ...file,
  schools: file.schools.map((school, index) => ({
    ...school,
    notice: {
      ...school.notice,
      specialismsPerChoice: 1,
      specialisms: Array.from(
        { length: specialisms },
        (_, place) => file.specialisms[(index + place) % file.specialisms.length]?.code ?? '',
      ),
    },
  })),
});

/** A campaign opens only when every school has somebody. */
async function appointAdministrators(binding: Binding): Promise<void> {
  const rows = await inWork(
    binding,
    asConsortium,
    async ({ db }) => (await sql<{ id: string; slug: string }>`select id, slug from app.school`.execute(db)).rows,
  );
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  for (const { slug } of rows) {
    const person = { kind: 'school-admin', school: slug, email: `admin@${slug}.example`, displayName: slug } as const;
    await joinAs(binding, { ...person, accountId: randomUUID() }, ids);
  }
}
