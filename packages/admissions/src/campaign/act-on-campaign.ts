import { type CampaignSetup, readCampaignSetups } from '@guichet/database/campaign/campaign-setup.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

/** What every act on a campaign is given. */
export interface CampaignAct {
  readonly campaignId: string;
  readonly expectedVersion: number;
  /** Without one, each call is an act of its own: what commands on a terminal want. */
  readonly idempotencyKey?: string;
}

/** Somebody else changed it first. */
export interface StaleVersion {
  readonly reason: 'STALE_VERSION';
  readonly currentVersion: number;
}

interface Named<Input extends CampaignAct> {
  readonly operation: string;
  /** The word for the trail. */
  readonly act: string;
  readonly input: Input;
  /** Schools to judge beside members and those that prepare a notice. */
  readonly also?: readonly string[];
}

/**
 * One act on one campaign: once per key, alone on its row, refused when the version moved. The version moves with it, and the act is
 * traced. Reading comes after the lock, as a statement of its own, so that it sees what the act before has written.
 */
export function actOnCampaign<R, Input extends CampaignAct>(
  work: Work,
  { operation, act, input, also }: Named<Input>,
  perform: (setup: CampaignSetup) => Promise<readonly R[]>,
): Promise<Outcome<R | StaleVersion>> {
  const { campaignId, expectedVersion, idempotencyKey = crypto.randomUUID() } = input;
  const given = JSON.parse(JSON.stringify(input)) as unknown;
  return once<R | StaleVersion>(work, { operation, key: idempotencyKey, input: given }, async () => {
    const setup = await held(work, campaignId, also);
    if (setup.version !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: setup.version }] };
    const refused = await perform(setup);
    if (refused.length > 0) return { refused: refused.map((objection) => ({ ...objection, zone: setup.zone })) };
    await sql`update app.campaign set version = version + 1 where id = ${campaignId}`.execute(work.db);
    await tracePerson(work, act, campaignId);
    return { done: { campaignId } };
  });
}

async function held({ db }: Work, id: string, also?: readonly string[]): Promise<CampaignSetup> {
  // No key: whoever begins or submits a dossier meanwhile refers to this row and does not wait.
  await sql`select version from app.campaign where id = ${id} for no key update`.execute(db);
  const [setup] = await readCampaignSetups(db, [id], also);
  if (!setup) throw new NotFound();
  return setup;
}
