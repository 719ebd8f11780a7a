import { invite } from '@guichet/admissions/account/invite';
import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { loadReferenceData } from '@guichet/admissions/campaign/load-reference-data';
import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { createGateway } from '@guichet/gateway/gateway';
import { campaignPlanOf } from '@guichet/platform/campaign-file/campaign-plan-of';
import { demonstrationCampaign } from '@guichet/platform/campaign-file/demonstration-campaign';
import { shippedReferenceData } from '@guichet/platform/demonstration/load-demonstration';
import { sql } from 'kysely';
import type { Client } from 'pg';
import { pino } from 'pino';
import { actor } from '../../world/actor.ts';
import { completeDossier, type HeldDossier } from '../../world/dossier.ts';
import { addPerson, addSecondFactor, addSession, join } from '../../world/people.ts';
import { secret } from '../../world/server.ts';

/** The demonstration's three schools, and two more that judge as the first does. */
export const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai', 'ecole-quatre', 'ecole-cinq'] as const;

const url = 'http://127.0.0.1:4000';
const asConsortium = consortiumHat(systemPrincipal);

/** Opens a campaign of five schools on a migrated database, its clock the shipped one; answers a complete draft that chose them all. */
export async function openCampaignOfFive(administrator: Client, ownerUrl: string): Promise<HeldDossier> {
  const log = pino({ level: 'silent' });
  const gateway = await createGateway({
    databaseUrl: ownerUrl,
    secret,
    url,
    isProduction: false,
    trustedProxies: [],
    log,
    connections: 4,
  });
  try {
    const campaignId = await inWork(gateway.binding, asConsortium, loadCampaign);
    await giveAdministrators(administrator, gateway.binding);
    const opened = await inWork(gateway.binding, asConsortium, (work) => openCampaign(work, { campaignId, expectedVersion: 1 }));
    if ('refused' in opened) throw new Error(`The campaign did not open: ${JSON.stringify(opened.refused)}`);
    for (const statement of twoMoreSchools) await administrator.query(statement);
    const model = await addPerson(administrator, 'modele@candidat.example');
    const token = await addSession(administrator, model.accountId);
    const cookie = sessionCookie({ secret, isSecure: false }).setting(token).split(';')[0] ?? '';
    return await completeDossier(actor(gateway, { ...model, cookie, origin: url }), { schools });
  } finally {
    await gateway.close();
  }
}

/** Open since yesterday, and for two months. */
async function loadCampaign(work: Work): Promise<string> {
  await loadReferenceData(work, shippedReferenceData());
  const calendar = {
    slug: 'astg3-2027',
    entryYear: 2027,
    zone: 'Europe/Paris',
    opensAt: work.asOf.subtract({ hours: 24 }).round({ smallestUnit: 'minute' }),
    closesAt: work.asOf.add({ hours: 60 * 24 }).round({ smallestUnit: 'minute' }),
  };
  return (await importCampaign(work, campaignPlanOf(demonstrationCampaign(calendar)))).campaignId;
}

async function giveAdministrators(administrator: Client, binding: Binding): Promise<void> {
  const members = await inWork(
    binding,
    asConsortium,
    async ({ db }) => (await sql<{ id: string; slug: string }>`select id, slug from app.school`.execute(db)).rows,
  );
  for (const { id, slug } of members) {
    const person = await addPerson(administrator, `admin@${slug}.example`);
    const { token } = await inWork(binding, asConsortium, (work) =>
      invite(work, { email: person.email, displayName: `Admin ${slug}`, to: { schoolId: id, functions: ['ADMIN'] } }),
    );
    await addSecondFactor(administrator, person.accountId, secret);
    await join(binding, person, token);
  }
}

const copied = (slug: string) => [
  `insert into app.school (id, slug, name, short_name, city) select gen_random_uuid(), '${slug}', '${slug}', '${slug}', 'Ville'`,
  `insert into app.campaign_member (school_id, campaign_id) select s.id, c.id from app.school s, app.campaign c where s.slug = '${slug}'`,
  `insert into app.notice_version (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at)
   select s.id, gen_random_uuid(), n.campaign_id, n.number, n.digest, n.rules, n.author_id, n.reason, n.frozen_at
   from app.school s, app.notice_version n join app.school a on a.id = n.school_id where s.slug = '${slug}' and a.slug = 'imt-mines-albi'`,
];
const twoMoreSchools = [...copied('ecole-quatre'), ...copied('ecole-cinq'), 'update app.campaign set max_choices = 5'];
