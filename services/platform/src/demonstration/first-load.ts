import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { campaignFacts } from '../seed/campaign-facts.ts';
import { loadDossiers } from '../seed/load-dossiers.ts';
import { syntheticFacts } from '../synthetic/synthetic-dossier.ts';
import { syntheticDossiers } from '../synthetic/synthetic-dossiers.ts';
import { assignReadings } from './assign-readings.ts';
import { type DemoAccount, type DemoPlace, makeDemoAccounts, refuseDemoAccounts, writeDemoAccounts } from './demo-accounts.ts';
import { makeDemoKeys } from './demo-keys.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { demoPeople } from './people/demo-people.ts';
import { admitSentCandidate, sentCandidate } from './people/sent-candidate.ts';

/** What the first start loaded. */
export interface LoadedDemonstration {
  readonly slug: string;
  readonly campaignId: string;
  readonly schools: number;
  readonly dossiers: number;
  readonly accounts: readonly DemoAccount[];
}

const asConsortium = consortiumHat(systemPrincipal);

/** The whole demonstration on an empty database: lists, campaign, people, opening. */
export async function loadWholeDemonstration(place: DemoPlace): Promise<LoadedDemonstration> {
  refuseDemoAccounts(place.settings);
  const { campaignId, calendar, asOf } = await inWork(place.binding, asConsortium, loadDemonstration);
  const schools = await inWork(place.binding, asConsortium, memberSchools);
  const ids = new Map(schools.map((school) => [school.slug, school.id]));
  const made = await makeDemoAccounts(place, demoPeople(schools), ids);
  await open(place.binding, campaignId);
  const facts = syntheticFacts(demonstrationCampaign(calendar), asOf);
  const order = { seed: demonstrationSeed, count: demonstrationDossiers };
  const sent = sentCandidate(syntheticDossiers({ ...order, facts }), schools.length);
  const accountIds = new Map([[sent.dossier.index, sent.accountId]]);
  const campaign = await campaignFacts(place.binding, campaignId);
  await loadDossiers(
    { campaign, ...order, dossiers: syntheticDossiers({ ...order, facts }), accountIds },
    { ownerUrl: place.ownerUrl, isProduction: place.settings.isProduction },
  );
  const [like] = made;
  const [first] = schools;
  if (!like || !first) throw new Error('The demonstration has neither a candidate nor a school');
  const accounts = [...made, await admitSentCandidate(place, sent, { schoolId: first.id, like })];
  await assignReadings(place.binding, campaignId, [...ids.values()]);
  const keys = await makeDemoKeys(place, ids);
  writeDemoAccounts(place.settings.dataFolder, [...accounts, ...keys]);
  return { slug: calendar.slug, campaignId, schools: schools.length, dossiers: demonstrationDossiers, accounts };
}

const demonstrationSeed = 3;
const demonstrationDossiers = 400;

async function memberSchools({ db }: Work) {
  const { rows } = await sql<{ id: string; slug: string; shortName: string }>`
    select id, slug, short_name as "shortName" from app.school order by slug`.execute(db);
  return rows;
}

async function open(binding: Binding, campaignId: string): Promise<void> {
  const opened = await inWork(binding, asConsortium, (work) => openCampaign(work, { campaignId, expectedVersion: 1 }));
  if ('refused' in opened) throw new Error(`The demonstration campaign did not open: ${JSON.stringify(opened.refused)}`);
}
