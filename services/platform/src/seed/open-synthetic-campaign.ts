import { randomUUID } from 'node:crypto';
import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { CampaignFile } from '../campaign-file/campaign-file.ts';
import { campaignPlanOf } from '../campaign-file/campaign-plan-of.ts';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { calendarAt } from '../demonstration/calendar-at.ts';
import { type DemoAccount, joinAs, makeDemoAccounts } from '../demonstration/demo-accounts.ts';
import type { DemoPerson } from '../demonstration/people/demo-people.ts';
import type { CommandPlace } from '../running/command-place.ts';
import { syntheticCampaign } from '../synthetic/synthetic-schools.ts';
import { Refused } from '../terminal/refused.ts';

export interface SeedOrder {
  readonly candidates: number;
  readonly schools: number;
  readonly seed: number;
}

export interface OpenedCampaign {
  readonly campaignId: string;
  readonly file: CampaignFile;
  readonly asOf: Temporal.Instant;
  /** Administrators made for schools that had none; empty where accounts are not made. */
  readonly accounts: readonly DemoAccount[];
}

const asConsortium = consortiumHat(systemPrincipal);

/** A campaign of schools that do not exist, imported like any other file and opened. */
export async function openSyntheticCampaign(place: CommandPlace, order: SeedOrder): Promise<OpenedCampaign> {
  const { binding } = place;
  const { campaignId, file, asOf } = await inWork(binding, asConsortium, (work) => imported(work, order));
  const vacant = await inWork(binding, asConsortium, (work) => schoolsWithoutAdministrator(work, campaignId));
  const accounts = await appointAdministrators(place, vacant);
  const opened = await inWork(binding, asConsortium, (work) => openCampaign(work, { campaignId, expectedVersion: 1 }));
  if ('refused' in opened) throw new Error(`The synthetic campaign did not open: ${JSON.stringify(opened.refused)}`);
  return { campaignId, file, asOf, accounts };
}

async function imported(work: Work, { schools, seed }: SeedOrder) {
  const usual = calendarAt(work.asOf);
  const calendar = { ...usual, slug: `synthetic-${seed}-${usual.entryYear}` };
  const file = syntheticCampaign(demonstrationCampaign(calendar), calendar, { seed, count: schools });
  const outcome = await importCampaign(work, campaignPlanOf(file));
  if (outcome.outcome !== 'CREATED') throw new Refused(`There is a campaign ${calendar.slug} already: give another --seed.`);
  return { campaignId: outcome.campaignId, file, asOf: work.asOf };
}

async function schoolsWithoutAdministrator({ db }: Work, campaignId: string) {
  const { rows } = await sql<{ id: string; slug: string; shortName: string }>`
    select s.id, s.slug, s.short_name as "shortName" from app.campaign_member m join app.school s on s.id = m.school_id
    where m.campaign_id = ${campaignId} and not exists (select from app.membership a
      where a.school_id = s.id and a.ended_at is null and 'ADMIN' = any(a.functions)) order by s.slug`.execute(db);
  return rows;
}

/** On the demonstration's own database they get accounts; on a server of one's own nobody can sign in as them. */
async function appointAdministrators(
  place: CommandPlace,
  schools: readonly { readonly id: string; readonly slug: string; readonly shortName: string }[],
): Promise<readonly DemoAccount[]> {
  if (schools.length === 0) return [];
  const ids = new Map(schools.map(({ slug, id }) => [slug, id]));
  const people = schools.map(
    ({ slug, shortName }): DemoPerson => ({
      kind: 'school-admin',
      school: slug,
      email: `admin@${slug}.example`,
      displayName: `Administration (${shortName})`,
    }),
  );
  if (place.settings.databaseUrl === null) return makeDemoAccounts(place, people, ids);
  for (const person of people) await joinAs(place.binding, { ...person, accountId: randomUUID() }, ids);
  return [];
}
