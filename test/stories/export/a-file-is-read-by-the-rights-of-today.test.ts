import { keyHat, schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../world/actor.ts';
import { freshKey, submitted } from '../../world/dossier.ts';
import { madeKey, systemWith } from '../../world/key-desk.ts';
import { act } from '../people/invited.ts';
import { anExportDesk, type ExportDesk, exportNow, fetched, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let admin: Actor;
let schoolId: string;
beforeAll(async () => {
  desk = await anExportDesk();
  admin = await desk.world.member(school, ['ADMIN'], 'head');
  await submitted(await desk.world.candidate('Claire'), { schools: [school], motivation: 'Les polymères.' });
  const [found] = await desk.world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
  schoolId = found?.id ?? '';
}, 120_000);
afterAll(() => desk.close());

const ask = async (person: Actor, withContent: boolean): Promise<string> =>
  (await requested(person, { campaignId: desk.campaignId, format: 'JSON_LINES', withContent })).exportJob.id;
const bothOf = async (person: Actor) => {
  const ids = { content: await ask(person, true), list: await ask(person, false) };
  await desk.write();
  return ids;
};
const fileOf = async (person: Actor, id: string) => (await exportNow(person, id)).file;
const statusOf = async (person: Actor, url: string) => (await fetched(desk.world, person, url)).status;
const downloads = () => desk.world.sql(`select from app.audit where act = 'EXPORT_DOWNLOADED'`);

/** The administrator's act, which ends the person's sessions. */
async function become({ accountId }: Actor, functions: readonly SchoolFunction[]) {
  const [row] = await desk.world.sql<{ id: string; version: number }>(
    'select id, version from app.membership where account_id = $1',
    [accountId],
  );
  const membershipId = Buffer.from(`Membership:${row?.id}`).toString('base64url');
  const input = { membershipId, expectedVersion: row?.version, functions, idempotencyKey: freshKey() };
  expect((await admin.read(act('setFunctions', 'membership { functions }'), { input })).setFunctions.userErrors).toEqual([]);
}

/** The same while the session stands, as it does between that act's row and its end of sessions. */
const becomeInRows = ({ accountId }: Actor, functions: readonly SchoolFunction[]) =>
  desk.world.sql('update app.membership set functions = $2, version = version + 1 where account_id = $1', [accountId, functions]);

test('an officer who becomes an observer has no more link to content they exported, has the list still, and both as an officer again', async () => {
  const officer = await desk.world.member(school, ['OFFICER'], 'first');
  const { content, list } = await bothOf(officer);
  expect(await statusOf(officer, (await fileOf(officer, content)).url)).toBe(200);
  await become(officer, ['OBSERVER']);
  const observer = await desk.world.signInAgain(officer);
  const { userErrors } = await requested(observer, { campaignId: desk.campaignId, format: 'CSV', withContent: true });
  expect(userErrors).toMatchObject([{ code: 'CONTENT_NOT_YOURS' }]);
  expect(await exportNow(observer, content)).toMatchObject({ state: 'DONE', file: null });
  expect(await statusOf(observer, (await fileOf(observer, list)).url)).toBe(200);
  await become(officer, ['OFFICER']);
  const again = await desk.world.signInAgain(officer);
  expect(await statusOf(again, (await fileOf(again, content)).url)).toBe(200);
});

test('an address kept from before is refused like any other that is not one’s own, and no download is traced', async () => {
  const officer = await desk.world.member(school, ['OFFICER'], 'second');
  const { content, list } = await bothOf(officer);
  const [kept, ofList] = [(await fileOf(officer, content)).url, (await fileOf(officer, list)).url];
  const before = (await downloads()).length;
  await becomeInRows(officer, ['OBSERVER', 'REVIEWER']);
  const { status, text } = await fetched(desk.world, officer, kept);
  expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
  expect([(await downloads()).length, await statusOf(officer, ofList)]).toEqual([before, 200]);
  await becomeInRows(officer, ['REVIEWER']);
  expect([await statusOf(officer, kept), await statusOf(officer, ofList)]).toEqual([403, 403]);
});

test('the database itself gives a piece by the functions of today, whatever hat is still worn elsewhere', async () => {
  const officer = await desk.world.member(school, ['OFFICER'], 'third');
  const { content, list } = await bothOf(officer);
  const seen = () =>
    inWork(desk.world.gateway.binding, schoolHat(officer.accountId, schoolId, ['OFFICER']), async ({ db }) => {
      const { rows } = await sql<{ id: string }>`select job_id as id from app.export_chunk`.execute(db);
      return rows.map(({ id }) => Buffer.from(`ExportJob:${id}`).toString('base64url')).toSorted();
    });
  expect(await seen()).toEqual([content, list].toSorted());
  await becomeInRows(officer, ['OBSERVER']);
  expect(await seen()).toEqual([list]);
  await becomeInRows(officer, ['REVIEWER']);
  expect(await seen()).toEqual([]);
  await becomeInRows(officer, ['ADMIN']);
  expect(await seen()).toEqual([content, list].toSorted());
  await desk.world.sql('update app.membership set ended_at = now() where account_id = $1', [officer.accountId]);
  expect(await seen()).toEqual([]);
});

test('a key, whose scopes nobody changes, fetches the content it exported', async () => {
  const { secret } = await madeKey(admin, ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ']);
  const system = systemWith(desk.world, secret);
  const { content } = await bothOf(system);
  const { url } = await fileOf(system, content);
  const { status, text } = await fetched(desk.world, { cookie: null, authorization: `Bearer ${secret}` }, url);
  expect([status, JSON.parse(text).motivation]).toEqual([200, 'Les polymères.']);
  const changed = inWork(desk.world.gateway.binding, schoolHat(admin.accountId, schoolId, ['ADMIN']), ({ db }) =>
    sql`update app.api_key set scopes = '{LABELS_READ}'`.execute(db),
  );
  await expect(changed).rejects.toThrow('permission denied');
  const [key] = await desk.world.sql<{ id: string }>('select id from app.api_key order by at desc limit 1');
  const byItself = inWork(desk.world.gateway.binding, keyHat(key?.id ?? '', schoolId, []), ({ db }) =>
    sql`update app.api_key set scopes = '{LABELS_READ}'`.execute(db),
  );
  await expect(byItself).rejects.toThrow('permission denied');
});

test('an export that its requester may read no more by the time it is written fails at once, and says so', async () => {
  const officer = await desk.world.member(school, ['OFFICER'], 'reads alone by then');
  const id = await ask(officer, false);
  await becomeInRows(officer, ['REVIEWER']);
  await desk.write();
  expect(await exportNow(admin, id)).toMatchObject({ state: 'FAILED', failure: 'RIGHT_LOST' });
});

test('a file is gone after its day, by the clock, whether or not a worker has looked; a link promises no longer', async () => {
  let officer = await desk.world.member(school, ['OFFICER'], 'comes late');
  const id = await ask(officer, false);
  await desk.write();
  await desk.world.later({ hours: 23, minutes: 58 });
  officer = await desk.world.signInAgain(officer);
  const { file, finishedAt } = await exportNow(officer, id);
  expect(file.expiresAt).toBe(Temporal.Instant.from(finishedAt).add({ hours: 24 }).toString({ smallestUnit: 'millisecond' }));
  await desk.world.later({ minutes: 2, seconds: 1 });
  expect([await fileOf(officer, id), await statusOf(officer, file.url)]).toEqual([null, 403]);
});
