import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { batchesOf } from '@guichet/worker/export/batches';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anExportDesk, type ExportDesk, exportNow, requested, school } from '../../stories/export/export-desk.ts';
import type { Actor } from '../../world/actor.ts';
import { plantQueue } from '../../world/planted-queue.ts';

/** Eight batches: a connection keeps the plan of a named statement from its sixth time on. */
const rows = 4000;
/** Openings read by scans: under a kept plan they are seven million. */
const most = 1_000_000;

let desk: ExportDesk;
let officer: Actor;
beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  await plantQueue(
    desk.world,
    school,
    Array.from({ length: rows }, (_, index) => ({ lastName: `Nom ${index}` })),
  );
}, 300_000);
afterAll(() => desk.close());

// The table an export with content fills is empty, and known to be: of one nobody has looked at, the planner expects some pages.
beforeEach(async () => {
  await desk.world.sql('truncate app.opening');
  await desk.world.sql('analyze');
});

/** Openings that scans from end to end have read so far: told by each connection of the worker at its end. */
async function openingsScanned(): Promise<number> {
  const { world } = desk;
  const connected = `from pg_stat_activity where datname = current_database() and usename = 'app_work'`;
  await world.sql(`select pg_terminate_backend(pid, 5000) ${connected}`);
  const [row] = await world.sql<{ connections: number; scanned: number }>(
    `select (select count(*)::int ${connected}) as connections, seq_tup_read::int as scanned
     from pg_stat_user_tables where relid = 'app.opening'::regclass`,
  );
  expect(row?.connections).toBe(0);
  return row?.scanned ?? 0;
}

async function write(withContent: boolean): Promise<void> {
  const input = { campaignId: desk.campaignId, format: 'JSON_LINES', orderBy: 'RECEIVED_AT_DESC', withContent };
  const { exportJob } = await requested(officer, input);
  await desk.write();
  const { state, rows: written } = await exportNow(officer, exportJob.id);
  expect([state, written]).toEqual(['DONE', rows]);
}

/** The same batches in a transaction that keeps the plans of its statements, as any other does. */
async function readUnderKeptPlans(withContent: boolean): Promise<void> {
  const [place] = await desk.world.sql<{ schoolId: string; campaignId: string }>(
    'select school_id as "schoolId", campaign_id as "campaignId" from app.candidacy limit 1',
  );
  const { schoolId, campaignId } = place ?? { schoolId: '', campaignId: '' };
  const queue = { schoolId, campaignId, filter: {}, order: 'RECEIVED_AT_DESC' } as const;
  await inWork(desk.worker, schoolHat(officer.accountId, schoolId, ['OFFICER']), async (work) => {
    let read = 0;
    const onCounted = async (counted: number) => void (read = counted);
    for await (const batch of batchesOf(work, { queue, columns: [], withContent, onCounted })) expect(batch).not.toEqual([]);
    expect(read).toBe(rows);
  });
}

test('an export with content reads by an index the openings it writes, whatever was exported before on its connection', async () => {
  const before = await openingsScanned();
  await write(false);
  await write(true);
  // What the first batches wrote is small, and a scan of it right; under a plan kept it would be all, for each row of each batch.
  expect((await openingsScanned()) - before).toBeLessThanOrEqual(most);
});

test('a plan kept from when nothing was opened is told', async () => {
  const before = await openingsScanned();
  await readUnderKeptPlans(false);
  await readUnderKeptPlans(true);
  expect((await openingsScanned()) - before).toBeGreaterThan(most);
});
