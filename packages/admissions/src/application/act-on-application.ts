import { type ApplicationRow, lockApplication, readApplications } from '@guichet/database/application/application.read';
import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { type Outcome, once } from '../once.ts';

/** What every act on a dossier is given. */
export interface ApplicationAct {
  readonly applicationId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Somebody else, or another window, changed it first. */
export interface StaleVersion {
  readonly reason: 'STALE_VERSION';
  readonly currentVersion: number;
}

/** A dossier held for one act, with what its rules look at. */
export interface HeldApplication {
  readonly application: ApplicationRow;
  readonly campaign: CampaignFacts;
}

interface Act<Input extends ApplicationAct> {
  readonly operation: string;
  readonly input: Input;
}

/** What an act answers: every objection, or none when it was done. */
type Perform<R> = (held: HeldApplication) => Promise<readonly R[]>;

/**
 * One act on one own dossier: once per key, alone on its row, refused when the version moved. The version moves with it. Reading
 * comes after the lock, as a statement of its own, so that it sees what the act before has written. Objections bear the zone of
 * their campaign, in which dates are told.
 */
export function actOnApplication<R, Input extends ApplicationAct>(
  work: Work,
  { operation, input }: Act<Input>,
  perform: Perform<R>,
): Promise<Outcome<R | StaleVersion>> {
  const { applicationId, expectedVersion, idempotencyKey } = input;
  return once<R | StaleVersion>(work, { operation, key: idempotencyKey, input }, async () => {
    const held = await hold(work, applicationId);
    const { version } = held.application;
    if (version !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: version }] };
    const refused = await perform(held);
    if (refused.length > 0) return { refused: refused.map((objection) => ({ ...objection, zone: held.campaign.zone })) };
    const settling = sql`update app.application set version = version + 1 where id = ${applicationId}`.execute(work.db);
    return { done: { applicationId }, settling };
  });
}

async function hold({ db }: Work, id: string): Promise<HeldApplication> {
  // In one round trip, in this order: each statement sees what was committed when its turn came, so the reading sees what the lock waited for.
  const [isHeld, [application], campaign] = await Promise.all([
    lockApplication(db, id),
    readApplications(db, { ids: [id] }),
    readCampaignFacts(db, { ofApplication: id }),
  ]);
  if (!isHeld || !application || !campaign) throw new NotFound();
  return { application, campaign };
}
