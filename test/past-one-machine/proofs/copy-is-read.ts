import { setTimeout as pause } from 'node:timers/promises';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { Client } from 'pg';
import type { CanaryWorld } from '../../tenancy/canary-world.ts';
import type { Principal } from '../../tenancy/matrix/asking/principal.ts';
import { freshKey } from '../../world/dossier.ts';
import type { Machines } from '../machines.ts';
import type { Site } from '../site.ts';
import type { Found } from './proof.ts';

interface Asking {
  readonly fixture: CanaryWorld;
  readonly principals: readonly Principal[];
}

const readings = 'guichet_replica_readings_total';

/** Exports and counts come from the copy; one that is behind is passed over, so that nothing is older than the question. */
export async function copyIsRead(site: Site, machines: Machines, { fixture, principals }: Asking): Promise<Found> {
  const campaign = encodeId('Campaign', (await fixture.world.sql<{ id: string }>('select id from app.campaign'))[0]?.id ?? '');
  const ask = asker(machines.port, principals);
  const counted = (from: string, answered: string) => machines.counted(readings, `from="${from}"`, `answered="${answered}"`);
  const exported = await exportedRows(ask, campaign);
  const waiting = await ask('OA', queueSize, { campaign });
  const exportsFromCopy = await counted('worker', 'COPY');
  // Counts under five are hidden, so there are more of them first.
  await fixture.world.sql(fiftyMore);
  const before = await received(ask, campaign);
  const countsFromCopy = await counted('gateway', 'COPY');
  const replay = await replaying(site);
  try {
    await replay('select pg_wal_replay_pause()');
    await fixture.world.sql(fiftyMore);
    const behind = await received(ask, campaign);
    const countsFromPrimary = await counted('gateway', 'PRIMARY');
    await replay('select pg_wal_replay_resume()');
    const caughtUp = await untilFromCopy(
      () => received(ask, campaign),
      () => counted('gateway', 'COPY'),
      countsFromCopy,
    );
    const faults = [
      ...(exported === waiting.desk.candidacies.totalCount
        ? []
        : [`an export holds ${exported} rows of ${waiting.desk.candidacies.totalCount}`]),
      ...(exportsFromCopy > 0 ? [] : ['no export was read from the copy']),
      ...(countsFromCopy > 0 ? [] : ['no count was read from the copy']),
      ...(behind === before + 50 ? [] : [`a copy that is behind told ${behind} instead of ${before + 50}`]),
      ...(countsFromPrimary > 0 ? [] : ['a copy that is behind was not passed over']),
      ...(caughtUp === before + 50 ? [] : [`a copy that caught up told ${caughtUp} instead of ${before + 50}`]),
    ];
    return { exportedRows: exported, exportsFromCopy, countsFromCopy, countsFromPrimary, faults };
  } finally {
    await replay(null);
  }
}

type Ask = (name: string, query: string, variables: object) => Promise<Selected>;
// oxlint-disable-next-line typescript/no-explicit-any -- the shape is the document's
type Selected = any;

const asker =
  (port: number, principals: readonly Principal[]): Ask =>
  async (name, query, variables) => {
    const headers = { 'content-type': 'application/json', ...principals.find((each) => each.name === name)?.headers };
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = (await answer.json()) as { data: Selected; errors?: unknown };
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data;
  };

const queueSize = 'query ($campaign: ID!) { desk { candidacies(campaignId: $campaign, first: 1) { totalCount } } }';
const figures = `query ($campaign: ID!) { consortium { totals(campaignId: $campaign) { states { count } } } }`;
const request =
  'mutation ($input: RequestExportInput!) { requestExport(input: $input) { exportJob { id } userErrors { code } } }';
const jobs = 'query { desk { exports(first: 20) { edges { node { id state rows } } } } }';

// Written by hand as the effects write them; nobody reads a dossier to count.
const fiftyMore = `insert into app.totals_delta (school_id, id, campaign_id, state, delta)
  select m.school_id, gen_random_uuid(), m.campaign_id, 'RECEIVED', 50 from app.campaign_member m order by m.school_id limit 1`;

/** How many were received in all, as the consortium is told: counts under five are hidden, and the same each time. */
async function received(ask: Ask, campaign: string): Promise<number> {
  const { consortium } = await ask('OP', figures, { campaign });
  const counts: (number | null)[] = consortium.totals.flatMap(({ states }: Selected) =>
    states.map(({ count }: Selected) => count),
  );
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

async function exportedRows(ask: Ask, campaignId: string): Promise<number> {
  const input = { idempotencyKey: freshKey(), campaignId, format: 'CSV' };
  const { requestExport } = await ask('OA', request, { input });
  const id = requestExport.exportJob?.id;
  for (let look = 0; look < 200; look += 1) {
    const { desk } = await ask('OA', jobs, {});
    const job = desk.exports.edges.map(({ node }: Selected) => node).find((each: Selected) => each.id === id);
    if (job?.state === 'DONE') return job.rows;
    await pause(100);
  }
  throw new Error(`The export was not written: ${JSON.stringify(requestExport)}`);
}

/** Statements to the copy as its administrator; null ends it. */
async function replaying({ copy }: Site): Promise<(text: string | null) => Promise<void>> {
  const client = new Client({ connectionString: copy.url });
  await client.connect();
  return async (text) => {
    if (text === null) await client.end();
    else await client.query(text);
  };
}

/** Asks until the copy answers again; what it then tells. */
async function untilFromCopy(ask: () => Promise<number>, fromCopy: () => Promise<number>, before: number): Promise<number> {
  for (let look = 0; look < 50; look += 1) {
    const told = await ask();
    if ((await fromCopy()) > before) return told;
    await pause(200);
  }
  return Number.NaN;
}
