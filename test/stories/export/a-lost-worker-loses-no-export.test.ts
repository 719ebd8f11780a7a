import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { claimExport, finishExport, noteProgress } from '@guichet/worker/export/claim-export';
import { expireExports } from '@guichet/worker/export/expire-exports';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../world/actor.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { anExportDesk, cancelled, type ExportDesk, exportNow, fetched, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  await plantQueue(
    desk.world,
    school,
    Array.from({ length: 1200 }, (_, index) => ({ lastName: `Nom ${index}` })),
  );
}, 120_000);
afterAll(() => desk.close());
afterEach(() => desk.world.sql('drop trigger if exists meanwhile on app.export_job'));

const ask = async (person: Actor, more: object = {}): Promise<Selected> =>
  (await requested(person, { campaignId: desk.campaignId, format: 'CSV', ...more })).exportJob;
const lines = async (id: string) => {
  const { url } = (await exportNow(officer, id)).file;
  return (await fetched(desk.world, officer, url)).text.trimEnd().split('\r\n').length;
};

/** Something that happens once the first batch of an export is written. */
async function meanwhile(statement: string): Promise<void> {
  await desk.world.sql(`create or replace function test.meanwhile() returns trigger language plpgsql security definer
    set session_replication_role = replica as $$ begin ${statement}; return null; end $$`);
  await desk.world.sql(`create trigger meanwhile after update on app.export_job for each row
    when (new.counted = 500 and new.attempt = 1) execute function test.meanwhile()`);
}

describe('an export whose worker is lost half-way', () => {
  test('is taken up again from its start, and the lost worker, should it come back, ends nothing a second time', async () => {
    const { id } = await ask(officer);
    const lost = await claimExport(desk.worker);
    if (!lost) throw new Error('Nothing waits');
    const hat = schoolHat(officer.accountId, lost.schoolId, ['OFFICER']);
    await inWork(desk.worker, hat, ({ db }) =>
      sql`insert into app.export_chunk (school_id, job_id, attempt, number, bytes) values (${lost.schoolId}, ${lost.id}, 1, 0, 'half')`.execute(
        db,
      ),
    );
    expect([await desk.write(), (await exportNow(officer, id)).state]).toEqual([0, 'RUNNING']);
    await desk.world.later({ seconds: 61 });
    expect(await desk.write()).toBe(1);
    expect([(await exportNow(officer, id)).state, await lines(id)]).toEqual(['DONE', 1201]);
    await expect(noteProgress(desk.worker, lost, { counted: 1, total: 2 })).rejects.toThrow('');
    await expect(finishExport(desk.worker, lost, { rows: 1, bytes: 1 })).rejects.toThrow('');
    expect([(await exportNow(officer, id)).rows, await lines(id)]).toEqual([1200, 1201]);
  });

  test('is written on another connection when the database drops the worker’s in the middle', async () => {
    const { id } = await ask(officer, { withContent: true });
    await meanwhile(`perform pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
      and usename = 'app_work' and pid <> pg_backend_pid()`);
    await desk.write();
    expect([(await exportNow(officer, id)).state, desk.told.length]).toEqual(['QUEUED', 1]);
    expect(await desk.world.sql('select from app.opening')).toEqual([]);
    await desk.world.later({ seconds: 6 });
    await desk.write();
    expect([(await exportNow(officer, id)).state, await lines(id)]).toEqual(['DONE', 1201]);
    expect(await desk.world.sql('select from app.opening')).toHaveLength(1200);
  });

  test('is given up after its fifth attempt, and says so', async () => {
    const { id } = await ask(officer);
    await desk.world.sql(`update app.export_job set attempt = 4 where state = 'QUEUED'`);
    await desk.world.sql(`alter table app.export_chunk add constraint planted check (attempt <> 5) not valid`);
    await desk.write();
    await desk.world.sql('alter table app.export_chunk drop constraint planted');
    expect(await exportNow(officer, id)).toMatchObject({ state: 'FAILED', failure: 'NOT_WRITTEN', file: null });
  });

  test('is given up once five workers were lost over it: it takes no sixth along, and holds up no other', async () => {
    const { id } = await ask(officer);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await claimExport(desk.worker)).toMatchObject({ attempt });
      await desk.world.later({ seconds: 61 });
    }
    const behind = await ask(officer);
    await desk.write();
    expect(await exportNow(officer, id)).toMatchObject({ state: 'FAILED', failure: 'NOT_WRITTEN', file: null });
    expect((await exportNow(officer, behind.id)).state).toBe('DONE');
  });
});

describe('an export', () => {
  test('by two workers at once is written once', async () => {
    const { id } = await ask(officer);
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimExport(desk.worker)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    await desk.world.later({ seconds: 61 });
    await desk.write();
    expect((await exportNow(officer, id)).state).toBe('DONE');
  });

  test('cancelled before its turn is never written; done, it is not cancelled', async () => {
    const { id } = await ask(officer);
    expect((await cancelled(officer, id)).exportJob).toMatchObject({ state: 'CANCELLED', file: null });
    expect([await desk.write(), (await exportNow(officer, id)).state]).toEqual([0, 'CANCELLED']);
    expect((await cancelled(officer, id)).userErrors).toEqual([expect.objectContaining({ code: 'NOT_IN_THIS_STATE' })]);
  });

  test('cancelled by a colleague while it is written stops, opens nothing, and leaves nothing behind', async () => {
    const before = await desk.world.sql('select from app.opening');
    const { id } = await ask(officer, { withContent: true });
    await meanwhile(`update app.export_job set state = 'CANCELLED' where id = new.id`);
    await desk.write();
    expect(await exportNow(officer, id)).toMatchObject({ state: 'CANCELLED', file: null });
    await expireExports(desk.worker);
    const [left] = await desk.world.sql<{ n: number }>(`select count(*)::int as n from app.export_chunk c
      join app.export_job j on j.id = c.job_id where j.state = 'CANCELLED'`);
    expect([left?.n, (await desk.world.sql('select from app.opening')).length]).toEqual([0, before.length]);
  });

  test('of somebody who left the school meanwhile fails, and so does the content an officer asked for who is an observer now', async () => {
    const leaver = await desk.world.member(school, ['OFFICER'], 'leaver');
    const observer = await desk.world.member(school, ['OFFICER'], 'observer-to-be');
    const ids = [await ask(leaver), await ask(observer, { withContent: true }), await ask(observer)].map(({ id }) => id);
    await desk.world.sql('update app.membership set ended_at = now() where account_id = $1', [leaver.accountId]);
    await desk.world.sql(`update app.membership set functions = '{OBSERVER}' where account_id = $1`, [observer.accountId]);
    await desk.write();
    const states = await Promise.all(ids.map(async (id) => (await exportNow(officer, id)).failure));
    expect(states).toEqual(['RIGHT_LOST', 'RIGHT_LOST', null]);
  });
});

describe('asking for an export', () => {
  test('an observer has the list, and what dossiers say is refused in words', async () => {
    const observer = await desk.world.member(school, ['OBSERVER']);
    const { exportJob, userErrors } = await requested(observer, {
      campaignId: desk.campaignId,
      format: 'CSV',
      withContent: true,
    });
    expect([exportJob, userErrors]).toEqual([
      null,
      [{ code: 'CONTENT_NOT_YOURS', path: ['withContent'], message: expect.stringContaining('sans leur contenu') }],
    ]);
    expect((await ask(observer)).state).toBe('QUEUED');
    const reviewer = await desk.world.member(school, ['REVIEWER']);
    const refused = await requested(reviewer, { campaignId: desk.campaignId, format: 'CSV' });
    expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  test('a fourth while three are under way is refused; the same key again is the same export', async () => {
    const input = { campaignId: desk.campaignId, format: 'CSV', idempotencyKey: crypto.randomUUID() };
    const [first, again] = [await requested(officer, input), await requested(officer, input)];
    expect(again.exportJob.id).toBe(first.exportJob.id);
    await ask(officer);
    await ask(officer);
    const { userErrors } = await requested(officer, { campaignId: desk.campaignId, format: 'CSV' });
    expect(userErrors).toEqual([expect.objectContaining({ code: 'TOO_MANY_EXPORTS' })]);
    await desk.write();
    expect((await ask(officer)).state).toBe('QUEUED');
  });

  test('eight asked for at once are three', async () => {
    const person = await desk.world.member(school, ['OFFICER'], 'pressed');
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => requested(person, { campaignId: desk.campaignId, format: 'CSV' })),
    );
    expect(asked.filter(({ exportJob }) => exportJob !== null)).toHaveLength(3);
    const codes = asked.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(Array(5).fill('TOO_MANY_EXPORTS'));
  });
});
