import { loadReferenceData } from '@guichet/admissions/campaign/load-reference-data';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Countries, mentions and institutions as shipped, loaded once into whatever database lacks them: every campaign refers to them. */
export async function ensureReferenceLists(binding: Binding): Promise<void> {
  const asConsortium = consortiumHat(systemPrincipal);
  if (await inWork(binding, asConsortium, hasCountries)) return;
  const { shippedReferenceData } = await import('../demonstration/load-demonstration.ts');
  await inWork(binding, asConsortium, (work) => loadReferenceData(work, shippedReferenceData()));
}

async function hasCountries({ db }: Work): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from app.country) as has`.execute(db);
  return rows[0]?.has ?? false;
}
