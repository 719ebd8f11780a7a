import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { referenceBytes, referenceFrom } from '@guichet/domain/candidacy/reference';
import { Client } from 'pg';
import { integerFrom, randomOf } from '../synthetic/random.ts';
import type { SyntheticDossier } from '../synthetic/synthetic-dossier.ts';
import { Refused } from '../terminal/refused.ts';
import { withWallsLifted } from './lifted-walls.ts';
import { recount } from './recount.sql.ts';
import { stageCopies, stageDossiers, staging, writeTables } from './staging.sql.ts';
import { type DossierRow, idsOf, rowOf } from './synthetic-rows.ts';

/** What is loaded into which campaign, already open. */
export interface DossierLoad {
  readonly campaign: CampaignFacts;
  readonly seed: number;
  readonly count: number;
  readonly dossiers: Iterable<SyntheticDossier>;
  /** Accounts by the index of their dossier, where somebody is to sign in; all others are nobody's. */
  readonly accountIds?: ReadonlyMap<number, string>;
}

export interface LoadOptions {
  readonly ownerUrl: string;
  readonly isProduction: boolean;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Backdated dossiers of people who do not exist, written by the owner in one transaction: staged first, while everybody else goes
 * on, then the walls are lifted, every table is written, totals are recounted, and the walls are put back.
 */
export async function loadDossiers(load: DossierLoad, { ownerUrl, isProduction, onProgress }: LoadOptions): Promise<void> {
  if (isProduction) throw new Refused('Synthetic dossiers are never loaded in production.');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const taken = await inTransaction(client, () => withWallsLifted(client, () => takenReferences(client)));
    await inTransaction(client, async () => {
      await stage(client, { load, taken, onProgress: (share) => onProgress?.(share * stagingShare) });
      await withWallsLifted(client, async () => {
        await refuseRealPeople(client);
        await write(client, load.campaign.id, (share) => onProgress?.(stagingShare + share * (1 - stagingShare)));
      });
    });
  } finally {
    await client.end();
  }
}

/** Share of the time that staging takes, measured. */
const stagingShare = 0.55;
const batchSize = 250;

async function inTransaction<Answer>(client: Client, act: () => Promise<Answer>): Promise<Answer> {
  await client.query('begin');
  try {
    const answer = await act();
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function takenReferences(client: Client): Promise<Set<string>> {
  await refuseRealPeople(client);
  const { rows } = await client.query<{ reference: string }>('select reference from app.application');
  return new Set(rows.map(({ reference }) => reference));
}

/** A loader that lifts the walls has no business where a real person's dossier lies. */
async function refuseRealPeople(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    'select from app.application a join app.candidate c on c.id = a.candidate_id where not c.is_synthetic limit 1',
  );
  if (rowCount)
    throw new Refused('This database holds a dossier that is not synthetic: nothing was loaded. Use a database of its own.');
}

interface Staging {
  readonly load: DossierLoad;
  readonly taken: Set<string>;
  readonly onProgress: (share: number) => void;
}

async function stage(client: Client, { load, taken, onProgress }: Staging): Promise<void> {
  for (const statement of staging) await client.query(statement);
  const ids = idsOf(load.campaign);
  let [done, batch, sending]: [number, DossierRow[], Promise<unknown>] = [0, [], Promise.resolve()];
  // The next batch is made while the server takes in the last one.
  const send = async () => {
    await sending;
    sending = client.query({ text: stageDossiers, values: [JSON.stringify(batch)], name: 'stage-dossiers' });
    sending.catch(() => {}); // told by the next wait
    done += batch.length;
    batch = [];
    onProgress(done / load.count);
  };
  for (const dossier of load.dossiers) {
    const given = { reference: freeReference(load, dossier.index, taken), accountId: load.accountIds?.get(dossier.index) };
    batch.push(rowOf(dossier, ids, given));
    if (batch.length === batchSize) await send();
  }
  await send();
  await sending;
  await client.query(stageCopies);
  await client.query('analyze staged_dossier; analyze staged_copy');
}

/** Drawn from the seed, drawn again while it is taken: the same seed gives the same references to an empty database. */
function freeReference({ campaign, seed }: DossierLoad, index: number, taken: Set<string>): string {
  const random = randomOf(seed, -1 - index);
  for (;;) {
    const reference = referenceFrom(
      Uint8Array.from({ length: referenceBytes }, () => integerFrom(random, 0, 255)),
      campaign,
    );
    if (taken.has(reference)) continue;
    taken.add(reference);
    return reference;
  }
}

async function write(client: Client, campaignId: string, onProgress: (share: number) => void): Promise<void> {
  for (const [index, [, statement]] of writeTables.entries()) {
    await client.query(statement, statement.includes('$1') ? [campaignId] : []);
    onProgress((index + 1) / (writeTables.length + 1));
  }
  for (const statement of recount) await client.query(statement, [campaignId]);
  onProgress(1);
}
