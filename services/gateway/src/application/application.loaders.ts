import { type ShownDossier, shownDossier } from '@guichet/admissions/application/shown-dossier';
import { type ApplicationRow, readApplications, type WhichApplications } from '@guichet/database/application/application.read';
import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import type { Context } from '../principal/request-context.ts';

/** A dossier as its resolvers receive it: what is shown now, over the row, with what its rules look at. */
export interface ApplicationSource extends Omit<ApplicationRow, keyof ShownDossier>, ShownDossier {
  readonly row: ApplicationRow;
  readonly facts: CampaignFacts;
  readonly asOf: Temporal.Instant;
}

/** One own dossier, read anew: an act shows what it has written. Null when there is none, or it is another's. */
export async function ownApplication(context: Context, which: WhichApplications): Promise<ApplicationSource | null> {
  const { db, asOf } = await context.work();
  const [row] = await readApplications(db, which);
  const facts = row ? await readCampaignFacts(db, row.campaignId) : null;
  if (!row || !facts) return null;
  return { ...row, ...shownDossier(row, facts.closesAt, asOf), row, facts, asOf };
}
