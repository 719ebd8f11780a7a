import { expireExports } from '@guichet/worker/export/expire-exports';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { madeKey, systemWith } from '../../world/key-desk.ts';
import { anExportDesk, type ExportDesk, exportNow, fetched, other, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let officer: Actor;
let job: Selected;
beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  await submitted(await desk.world.candidate('Claire'), { schools: [school] });
  job = (await requested(officer, { campaignId: desk.campaignId, format: 'CSV' })).exportJob;
  expect([job.state, job.file, job.progress]).toEqual(['QUEUED', null, 0]);
  await desk.write();
  job = await exportNow(officer, job.id);
}, 120_000);
afterAll(() => desk.close());

const code = (text: string) => JSON.parse(text).errors[0].extensions.code;

test('whoever asked fetches it, as a file that no browser opens, keeps or guesses about', async () => {
  const { status, headers, bytes } = await fetched(desk.world, officer, job.file.url);
  expect([status, bytes.length]).toEqual([200, job.file.bytes]);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="candidatures-astg3-2027-2027-02-01-1000.csv"',
    'content-length': String(job.file.bytes),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  });
  expect(job.file.name).toBe('candidatures-astg3-2027-2027-02-01-1000.csv');
  expect(job.file.expiresAt).toBe('2027-02-01T09:05:00.000Z');
  const downloads = () => desk.world.sql(`select from app.audit where act = 'EXPORT_DOWNLOADED'`);
  expect(await downloads()).toHaveLength(1);
  const { pathname: url } = new URL(job.file.url);
  const look = await desk.world.gateway.app.inject({ method: 'HEAD', url, headers: { cookie: officer.cookie ?? '' } });
  expect([look.statusCode, look.headers['content-length']]).toEqual([200, String(job.file.bytes)]);
  expect(await downloads()).toHaveLength(1);
});

describe('B-28 a link that is not one’s own is worth nothing:', () => {
  test('changed in any of its characters, shortened, lengthened or invented', async () => {
    const { origin, pathname } = new URL(job.file.url);
    const token = pathname.slice('/files/'.length);
    const changed = [...token].map((sign, at) => `${token.slice(0, at)}${sign === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
    for (const each of [...changed.filter((one) => one !== token), token.slice(1), `${token}A`, 'A'.repeat(91), 'x', '%00']) {
      const { status, text } = await fetched(desk.world, officer, `${origin}/files/${each}`);
      expect([each, status, code(text)]).toEqual([each, 403, 'FORBIDDEN']);
    }
  }, 120_000);

  test('in the hands of nobody, of a colleague, of another school, of the same person’s other session', async () => {
    const { world } = desk;
    const said = async (person: Pick<Actor, 'cookie'>) => (await fetched(world, person, job.file.url)).status;
    expect(await said({ cookie: null })).toBe(401);
    expect(await said(await world.member(school, ['ADMIN'], 'head'))).toBe(403);
    expect(await said(await world.member(other, ['OFFICER'], 'elsewhere'))).toBe(403);
    expect(await said(await world.candidate('Ulysse'))).toBe(403);
    expect(await said(await world.signInAgain(officer))).toBe(403);
  });

  test('a colleague sees the export and is given no link to it', async () => {
    const colleague = await desk.world.member(school, ['OFFICER'], 'colleague');
    expect(await exportNow(colleague, job.id)).toMatchObject({
      state: 'DONE',
      file: null,
      requestedBy: { displayName: officer.email },
    });
  });

  test('five minutes later; another is given for the asking', async () => {
    await desk.world.later({ minutes: 5 });
    expect((await fetched(desk.world, officer, job.file.url)).status).toBe(403);
    const anew = await exportNow(officer, job.id);
    expect([anew.file.url === job.file.url, (await fetched(desk.world, officer, anew.file.url)).status]).toEqual([false, 200]);
  });

  test('with a key that is not the one it was made for', async () => {
    const admin = await desk.world.member(school, ['ADMIN'], 'second-head');
    const scopes = ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ'] as const;
    const [one, two] = [await madeKey(admin, scopes), await madeKey(admin, scopes)];
    const system = systemWith(desk.world, one.secret);
    const asked = await requested(system, { campaignId: desk.campaignId, format: 'JSON_LINES' });
    await desk.write();
    const { url } = (await exportNow(system, asked.exportJob.id)).file;
    const as = async (secret: string) =>
      (await fetched(desk.world, { cookie: null, authorization: `Bearer ${secret}` }, url)).status;
    expect([await as(one.secret), await as(two.secret), (await fetched(desk.world, officer, url)).status]).toEqual([
      200, 403, 403,
    ]);
  });

  test('once the right in the school has ended', async () => {
    const leaver = await desk.world.member(school, ['OFFICER'], 'leaver');
    const asked = await requested(leaver, { campaignId: desk.campaignId, format: 'CSV' });
    await desk.write();
    const { url } = (await exportNow(leaver, asked.exportJob.id)).file;
    await desk.world.sql('update app.membership set ended_at = now() where account_id = $1', [leaver.accountId]);
    expect((await fetched(desk.world, leaver, url)).status).toBe(403);
  });
});

test('a day after it was ready its bytes are gone, and a link made before leads to nothing', async () => {
  await desk.world.later({ hours: 23, minutes: 54 });
  const back = await desk.world.signInAgain(officer);
  const { url } = (await exportNow(back, job.id)).file;
  await desk.world.later({ minutes: 2 });
  const held = () => desk.world.sql<{ n: number }>('select count(distinct job_id)::int as n from app.export_chunk');
  expect([await expireExports(desk.worker), await held()]).toEqual([1, [{ n: 2 }]]);
  const { status, text } = await fetched(desk.world, back, url);
  expect([status, code(text)]).toEqual([403, 'FORBIDDEN']);
  expect(await exportNow(back, job.id)).toMatchObject({ state: 'EXPIRED', file: null, progress: 1, rows: 1 });
  await desk.world.later({ minutes: 5 });
  expect([await expireExports(desk.worker), await held()]).toEqual([2, [{ n: 0 }]]);
});
