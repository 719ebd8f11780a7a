import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { dataFolder, run } from '../platform/started-platform.ts';
import { gateFaults } from '../tenancy/catalogue-gate.ts';
import type { Actor } from '../world/actor.ts';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

const data = dataFolder();
let world: World;
let officer: Actor;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member('imt-mines-albi', ['OFFICER'], 'officer');
  await submitted(await world.candidate('Awa'), { schools: ['imt-mines-albi'] });
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

const desk = 'query { desk { school { slug } } }';
const waiting = `select count(*)::int as count from app.outbox where sent_at is null and dead_at is null`;
const counted = async (text: string) => (await world.sql<{ count: number }>(text))[0]?.count;

async function afterRestore(): Promise<string> {
  const environment = { DATABASE_URL: world.ownerUrl, GUICHET_DATA: data, GUICHET_SECRET: secret };
  const running = run('restore', ['--after'], environment);
  const status = await running.ended;
  expect({ status, output: running.output() }).toMatchObject({ status: 0 });
  return running.output();
}

test('once an operator restored the server, one command ends what a back-up cannot vouch for and sends nothing twice', async () => {
  expect((await officer.read(desk)).desk.school.slug).toBe('imt-mines-albi');
  const [sessions, mails] = [await counted('select count(*)::int as count from auth.session'), await counted(waiting)];
  expect(mails).toBeGreaterThan(0);
  const words = await afterRestore();
  expect(words).toContain(`Ended: ${sessions} sessions, `);
  expect(words).toContain(`Held back: ${mails} mails `);
  expect(existsSync(join(data, 'restored.json'))).toBe(true);
  const { errors } = await officer.ask(desk);
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await counted(waiting)).toBe(0);
  expect(
    await counted(`select count(*)::int as count from app.mail_delivery where state = 'GIVEN_UP' and cause = 'RESTORED'`),
  ).toBe(mails);
  const client = new Client({ connectionString: world.administratorUrl });
  await client.connect();
  // The walls it took down to do so stand again.
  expect(await gateFaults(client)).toEqual([]);
  await client.end();
});

test('done twice it takes nothing more', async () => {
  const words = await afterRestore();
  expect(words).toContain('Ended: 0 sessions, 0 links of one use, 0 invitations, 0 keys of schools, 0 open break-glasses.');
  expect(words).toContain('Held back: 0 mails and 0 account mails ');
});
