import { type ShownDossier, shownDossier } from '@guichet/admissions/application/shown-dossier';
import { type ApplicationRow, readApplications, type WhichApplications } from '@guichet/database/application/application.read';
import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { notFound } from '../errors/refused.ts';
import type { Context } from '../principal/request-context.ts';
import { type AskedDossier, extentOf } from './asked-extent.ts';

/** A dossier as its resolvers receive it: what is shown now, over the row. */
export interface ApplicationSource extends Omit<ApplicationRow, keyof ShownDossier>, ShownDossier {
  readonly row: ApplicationRow;
  readonly asOf: Temporal.Instant;
}

/** One own dossier, read anew: an act shows what it has written. No more of it than tells all that is asked. Null when there is none, or it is another's. */
export async function ownApplication(
  context: Context,
  which: WhichApplications,
  asked?: AskedDossier,
): Promise<ApplicationSource | null> {
  const { db } = await context.reading();
  const [row] = await readApplications(db, which, asked && extentOf(asked));
  if (!row) return null;
  const asOf = context.receivedAt(row.readAt);
  return { ...row, ...shownDossier(row, row.closesAt, asOf), row, asOf };
}

const facts = Symbol('facts by campaign');

/** What the rules of a dossier look at, read when a field asks for a rule. */
export async function factsOf({ campaignId }: ApplicationSource, context: Context): Promise<CampaignFacts> {
  const known = context.loader(facts, () => new Map<string, Promise<CampaignFacts | null>>());
  const reading = known.get(campaignId) ?? context.reading().then(({ db }) => readCampaignFacts(db, campaignId));
  known.set(campaignId, reading);
  const found = await reading;
  if (!found) throw notFound();
  return found;
}
