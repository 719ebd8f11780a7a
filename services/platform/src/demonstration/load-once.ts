import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import type { DemoPlace } from './demo-accounts.ts';
import { type LoadedDemonstration, loadWholeDemonstration } from './first-load.ts';
import { readMark, writeMark } from './mark.ts';

/** Loads the demonstration unless it is loaded already, or the database holds campaigns of its own; answers what was loaded. */
export async function loadOnce(place: DemoPlace): Promise<LoadedDemonstration | null> {
  const { dataFolder } = place.settings;
  if (readMark(dataFolder)?.state === 'LOADED' || (await inWork(place.binding, asConsortium, holdsCampaigns))) return null;
  writeMark(dataFolder, { state: 'LOADING', slug: null });
  const loaded = await loadWholeDemonstration(place);
  writeMark(dataFolder, { state: 'LOADED', slug: loaded.slug });
  return loaded;
}

const asConsortium = consortiumHat(systemPrincipal);

async function holdsCampaigns({ db }: Work): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select exists (select from app.campaign) as holds`.execute(db);
  return rows[0]?.holds ?? false;
}
