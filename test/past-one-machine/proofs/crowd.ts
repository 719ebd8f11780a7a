import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Crowd, startCrowd } from '../../faults/clients/crowd.ts';
import { faultsIn, findingsOf } from '../../faults/judged/findings.ts';
import { startMailSink } from '../../faults/site/mail-sink.ts';
import { openCampaignOfFive } from '../../faults/site/open-campaign.ts';
import { plantDrafts } from '../../faults/site/planted-drafts.ts';
import { clone, databaseUrl } from '../../world/server.ts';
import { type Machines, startMachines } from '../machines.ts';
import type { Proof } from './proof.ts';
import { watchSignedIn } from './signed-in.ts';

const database = 'crowd';
/** More than submit between two kills on a machine with nothing else to do, so that none of them falls on clients that have nobody left. */
const peopleAKill = 500;

/**
 * Gateways and workers killed in turn under six clients that send again until they are acknowledged: nothing acknowledged is lost, nothing
 * is done twice, and whoever is signed in stays so at the other gateway.
 */
export const crowd: Proof = async (site, { kills }) => {
  await clone(site.primary.url, { from: 'guichet', to: database });
  const administrator = new Client({ connectionString: databaseUrl(site.primary.url, database) });
  await administrator.connect();
  const sink = await startMailSink();
  try {
    const model = await openCampaignOfFive(administrator, databaseUrl(site.ownerUrl, database));
    const people = await plantDrafts(administrator, model, peopleAKill * (kills + 1));
    const machines = await startMachines(site, {
      database,
      url: 'https://guichet.example',
      smtpUrl: sink.smtpUrl,
      isAtOnce: true,
    });
    try {
      const [bystanders, candidates] = [people.slice(0, 3), people.slice(3)];
      const watching = watchSignedIn(machines.port, bystanders);
      const clients = startCrowd(machines.port, candidates.values());
      const before = await sizes(administrator);
      const slowestReturn = await killInTurn(machines, clients, kills);
      await clients.end();
      const seen = await watching.stop();
      const { told } = clients;
      const grown = grownBy(before, await sizes(administrator), clients.count());
      const emptyAfter = await outboxEmpty(administrator);
      const findings = await findingsOf({ administrator, sink, candidates, told, lostAnswers: [] });
      return {
        kills,
        acknowledged: clients.count(),
        again: Object.fromEntries(told.again),
        findings,
        signedIn: seen,
        ...grown,
        slowestReturn,
        emptyAfter,
        faults: [
          ...faultsIn(findings),
          ...seen.faults,
          ...(clients.count() < kills * 10 ? ['too few submissions to prove anything'] : []),
        ],
      };
    } finally {
      await machines.stop();
    }
  } finally {
    await sink.stop();
    await administrator.end();
  }
};

/** One after another, while at least some are submitted between two; answers how long the slowest took until it served again. */
async function killInTurn(machines: Machines, clients: Crowd, kills: number): Promise<number> {
  let slowest = 0;
  await progress(clients, 20);
  for (let kill = 0; kill < kills; kill += 1) {
    const place = kill % machines.platforms.length;
    await pause(randomInt(300));
    await machines.kill(place);
    await progress(clients, 10);
    const began = performance.now();
    await machines.start(place);
    slowest = Math.max(slowest, (performance.now() - began) / 1000);
  }
  await progress(clients, 10);
  return Math.round(slowest * 10) / 10;
}

async function progress(clients: Crowd, further: number): Promise<void> {
  const [goal, until] = [clients.count() + further, performance.now() + 60_000];
  let isAnybodyLeft = true;
  void clients.exhausted.finally(() => {
    isAnybodyLeft = false;
  });
  while (clients.count() < goal) {
    if (!isAnybodyLeft) throw new Error('Everybody has submitted: plant more people');
    if (performance.now() > until) throw new Error('Nobody is acknowledged any more');
    await pause(20);
  }
}

/** Mail a killed worker held goes again after its minute; what only time would release is released as if it had passed. */
async function outboxEmpty(administrator: Client): Promise<number> {
  const began = performance.now();
  const open = 'from app.outbox where sent_at is null and dead_at is null';
  while (performance.now() - began < 60_000) {
    const { rows } = await administrator.query<{ due: number; all: number }>(
      `select count(*) filter (where next_try_at <= app.clock())::int as due, count(*)::int as all ${open}`,
    );
    if (rows[0]?.all === 0) break;
    if (rows[0]?.due === 0)
      await administrator.query(`update app.outbox set next_try_at = app.clock() where sent_at is null and dead_at is null`);
    await pause(300);
  }
  return Math.round((performance.now() - began) / 100) / 10;
}

interface Sizes {
  readonly log: number;
  readonly rows: number;
  readonly candidacies: number;
}

/** Bytes of log the server wrote, bytes this database takes, and how many candidacies it holds. */
async function sizes(administrator: Client): Promise<Sizes> {
  const { rows } = await administrator.query<Sizes>(`select (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 as log,
    pg_database_size(current_database())::float8 as rows, (select count(*) from app.candidacy)::float8 as candidacies`);
  const [row] = rows;
  return row as Sizes;
}

const grownBy = (before: Sizes, after: Sizes, submissions: number) => ({
  logBytesPerSubmission: Math.round((after.log - before.log) / submissions),
  bytesPerCandidacy: Math.round((after.rows - before.rows) / (after.candidacies - before.candidacies)),
});
