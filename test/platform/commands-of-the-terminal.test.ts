import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationText } from '@guichet/platform/campaign-file/demonstration-campaign';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder, run } from './started-platform.ts';

jest.setTimeout(60_000);

const folder = dataFolder();
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const surroundings = () => ({ DATABASE_URL: world.ownerUrl, GUICHET_SECRET: secret, GUICHET_DATA: folder });

async function told(command: string, ...words: string[]): Promise<{ status: number | string; words: string }> {
  const ran = run(command, words, surroundings());
  return { status: await ran.ended, words: ran.output() };
}

const file = (name: string) => join(folder, name);
const campaigns = () => world.sql('select slug, version from app.campaign order by slug');

test('an exported campaign is imported again without a change, and another file of that name is refused with what differs', async () => {
  const before = await campaigns();
  expect(await told('campaign', 'export', 'astg3-2027', '--out', file('out.json'))).toMatchObject({ status: 0 });
  const again = await told('campaign', 'import', file('out.json'));
  expect([again.status, again.words]).toEqual([0, expect.stringContaining('nothing was changed')]);
  writeFileSync(file('other.json'), readFileSync(file('out.json'), 'utf8').replace('"maxChoices": 4', '"maxChoices": 3'));
  const other = await told('campaign', 'import', file('other.json'));
  expect([other.status, other.words]).toEqual([1, expect.stringContaining('differs in: campaign')]);
  expect(await campaigns()).toEqual(before);
});

test('an invitation prints a single-use link of the join page and leaves by mail', async () => {
  const { status, words } = await told('invite', 'Ana@Example.org', '--school', 'imt-mines-albi', '--function', 'ADMIN');
  expect([status, words]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:4000\/join#[\w-]{43}$/m)]);
  expect(await world.sql('select o.kind, i.email from app.outbox o join app.invitation i on i.id = o.recipient_id')).toEqual([
    { kind: 'INVITATION', email: 'ana@example.org' },
  ]);
  expect(await world.sql("select email, functions from app.invitation where email = 'ana@example.org'")).toEqual([
    { email: 'ana@example.org', functions: ['ADMIN'] },
  ]);
});

test('an administrator of the consortium is invited by the same command', async () => {
  const { status, words } = await told('invite', 'bo@example.org', '--consortium', '--locale', 'en');
  expect([status, words]).toEqual([0, expect.stringContaining('Invited to the administration of the consortium')]);
});

test('an invitation to a school that is not there names those that are', async () => {
  const { status, words } = await told('invite', 'ana@example.org', '--school', 'nowhere', '--function', 'ADMIN');
  expect([status, words]).toEqual([1, expect.stringContaining('imt-lille-douai, imt-mines-albi, imt-mines-ales')]);
});

test('an invitation is written under a name colleagues can read, and says what it does not understand', async () => {
  for (const name of ['', ' ', 'Ana\nLopez', 'Ana\u202e', 'a'.repeat(121)]) {
    const { status, words } = await told('invite', 'name@example.org', '--consortium', '--name', name);
    expect([name, status, words]).toEqual([name, 1, expect.stringMatching(/^--name is one line/)]);
  }
  const both = await told('invite', 'name@example.org', '--consortium', '--function', 'ADMIN');
  expect([both.status, both.words]).toEqual([1, expect.stringMatching(/^--function goes with --school/)]);
  expect(await world.sql("select from app.invitation where email = 'name@example.org'")).toEqual([]);
});

test('a file is read and written where the caller stands, and one that cannot be written is told in a line', async () => {
  writeFileSync(file('heads'), 'nothing');
  const verified = run('verify/audit', ['--heads', 'heads'], { ...surroundings(), INIT_CWD: folder });
  expect([await verified.ended, verified.output()]).toEqual([1, expect.stringMatching(/^heads keeps no head/)]);
  const { status, words } = await told('campaign', 'export', 'astg3-2027', '--out', file('nowhere/out.json'));
  expect([status, words]).toEqual([1, `${file('nowhere/out.json')} cannot be written (ENOENT).\n`]);
});

test('a code asked for where no demonstration is, or of nobody there, is refused with what to do', async () => {
  expect(await told('code', 'admin@consortium.example')).toEqual({
    status: 1,
    words: `${folder} holds no demo accounts: start the platform first, or name its folder in GUICHET_DATA.\n`,
  });
  writeFileSync(file('demo-accounts.json'), '[{"kind":"candidate","email":"ana@example.org"}]');
  expect((await told('code', 'bo@example.org')).words).toBe(
    `No demo account is called bo@example.org. ${file('demo-accounts.json')} names them.\n`,
  );
});

test('the database is as the tables say', async () => {
  expect(await told('migrate-database', '--check')).toMatchObject({ status: 0 });
});

test('the shipped campaign of 2018 is imported as a draft', async () => {
  writeFileSync(file('shipped.json'), demonstrationText());
  const { status, words } = await told('campaign', 'import', file('shipped.json'));
  expect([status, words]).toEqual([0, expect.stringContaining('astg3-2018 made as a draft, with 3 schools')]);
});
