import { publicHat } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { readMark } from './mark.ts';

/** What a later start says of the demonstration: where its accounts are, or when it closed and how to load it anew. */
export async function demonstrationWords(binding: Binding, dataFolder: string): Promise<string> {
  const slug = readMark(dataFolder)?.slug;
  const closing = slug ? await inWork(binding, publicHat, (work) => closingOf(work, slug)) : null;
  return closing ?? `Accounts of the demonstration: ${dataFolder}/demo-accounts.json`;
}

/** In words when the campaign no longer takes dossiers, null while it does. */
async function closingOf({ db, asOf }: Work, slug: string): Promise<string | null> {
  const { rows } = await sql<{ closesAt: string; zone: string }>`
    select closes_at::text as "closesAt", zone from app.campaign where slug = ${slug}`.execute(db);
  const [campaign] = rows;
  if (!campaign) return `The demonstration campaign ${slug} is gone. ${anew}`;
  const closesAt = Temporal.Instant.from(campaign.closesAt);
  if (Temporal.Instant.compare(asOf, closesAt) <= 0) return null;
  const said = closesAt.toZonedDateTimeISO(campaign.zone).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return `The demonstration campaign ${slug} closed on ${said} (${campaign.zone}). ${anew}`;
}

const anew =
  'Stop this and run "npx -y pnpm@12 demo:load" to load it anew with the coming dates; the present database is set aside, nothing is deleted.';
