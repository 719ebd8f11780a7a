import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { createGateway } from '@guichet/gateway/gateway';
import { databaseOf } from '@guichet/platform/back-up/make-back-up';
import { backUpRole, makeBackUpRole } from '@guichet/platform/dump/back-up-role';
import { loadDump } from '@guichet/platform/dump/load-dump';
import { differencesOf, tenantRows } from '@guichet/platform/dump/tables';
import { settled, writeDump } from '@guichet/platform/dump/write-dump';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { run } from '../platform/started-platform.ts';
import { gateFaults } from '../tenancy/catalogue-gate.ts';
import { actor, type Selected } from '../world/actor.ts';
import { submitted } from '../world/dossier.ts';
import { addSession } from '../world/people.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

const parent = mkdtempSync(join(tmpdir(), 'guichet-dump-'));
chmodSync(parent, 0o755);
const dump = join(parent, 'back-ups', '2026-11-26', 'dump');
const url = 'http://127.0.0.1:4000';
let world: World;
let empty: EmbeddedServer;
let campaignId: string;
const accounts: Record<string, string> = {};

beforeAll(async () => {
  world = await aWorld();
  for (const [school, name] of [
    ['imt-mines-albi', 'Awa'],
    ['imt-mines-ales', 'Bruno'],
  ] as const) {
    ({ campaignId } = await submitted(await world.candidate(name), { schools: [school] }));
    accounts[school] = (await world.member(school, ['OFFICER'], 'officer')).accountId;
  }
  mkdirSync(join(dump, '..'), { recursive: true });
  writeFileSync(join(dump, '..', 'back-up.json'), JSON.stringify({ name: '2026-11-26', endedAt: '2026-11-26T00:00:00Z' }));
  writeFileSync(join(dump, '..', 'files.json'), '[]');
  await makeBackUpRole(world.administratorUrl);
  empty = await startEmbedded(join(parent, 'empty'), { durable: false });
}, 300_000);
afterAll(async () => {
  await empty.stop();
  await world.close();
  rmSync(parent, { recursive: true, force: true });
});

test('H-15 a role that policies bind is refused by the server, and no part of a dump is left that could be taken for one', async () => {
  await world.sql('create role reads_all nologin; grant pg_read_all_data to reads_all');
  try {
    for (const role of ['reads_all', 'app_owner']) {
      const to = join(parent, role);
      await expect(writeDump({ databaseUrl: world.administratorUrl, to, role })).rejects.toThrow(
        'query would be affected by row-level security policy',
      );
      expect(existsSync(join(to, 'dump.json'))).toBe(false);
      await expect(loadDump(to, world.administratorUrl)).rejects.toThrow('holds no dump');
    }
  } finally {
    await world.sql('drop role reads_all');
  }
});

test('a database that is not yet migrated to this build is dumped all the same', async () => {
  await world.sql('alter schema standing rename to not_yet');
  try {
    const { rows } = await writeDump({ databaseUrl: world.administratorUrl, to: join(parent, 'before'), role: backUpRole });
    expect([rows.some(({ table }) => table === 'app.candidacy'), rows.some(({ table }) => table.includes('stamp'))]).toEqual([
      true,
      false,
    ]);
  } finally {
    await world.sql('alter schema not_yet rename to standing');
  }
});

test('H-16 where the roles of the walls are missing nothing is restored, and the command ends with 1', async () => {
  const written = await writeDump({ databaseUrl: world.administratorUrl, to: dump, role: backUpRole });
  expect(written.rows.filter(({ table, tenant }) => table === 'app.candidacy' && tenant !== null)).toHaveLength(2);
  const client = await connected(empty.url);
  await client.query('create database bare');
  await client.end();
  const into = databaseOf(empty.url, 'bare');
  const environment = { GUICHET_BACKUP: join(parent, 'back-ups'), GUICHET_DATA: join(parent, 'data'), GUICHET_SECRET: secret };
  const command = run('restore', ['--dump', '--into', into], environment);
  expect(await command.ended).toBe(1);
  expect(command.output()).toContain('Nothing was restored: the roles of the walls are not on this server.');
  expect(command.output()).toContain('app_school is missing');
});

test('H-16 with the roles the rows of every tenant come back as they were, behind every wall, and no school reads another’s', async () => {
  const ownerUrl = await prepareOwner(empty.url);
  await migrate(ownerUrl, secret);
  const loaded = databaseOf(empty.url, 'guichet');
  const { rows } = await loadDump(dump, loaded);
  const client = await connected(loaded);
  try {
    await client.query(`begin; ${settled}`);
    expect(differencesOf(rows, await tenantRows(client))).toEqual([]);
    await client.query('commit');
    expect(await gateFaults(client)).toEqual([]);
    await expectApart(client, ownerUrl);
  } finally {
    await client.end();
  }
  await expect(loadDump(dump, loaded)).rejects.toThrow('this database holds people already');
});

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** B-01 in short: each officer reads their own queue; the other’s candidacy is answered as one that never was. */
async function expectApart(client: Client, ownerUrl: string): Promise<void> {
  const gateway = await createGateway({
    databaseUrl: ownerUrl,
    secret,
    url,
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 2,
  });
  try {
    const seen: string[][] = [];
    for (const accountId of Object.values(accounts)) {
      const line = sessionCookie({ secret, isSecure: false }).setting(await addSession(client, accountId));
      const officer = actor(gateway, { accountId, email: '', cookie: line.split(';')[0] ?? '', origin: url });
      const { desk } = await officer.read(queue, { campaignId });
      seen.push(desk.candidacies.edges.map(({ node }: Selected) => node.id));
      const beside = async (id: string) =>
        (await officer.ask(neighbours, { id })).body.replaceAll(/"traceId":"[^"]*"|"available":\d+/g, '');
      const [[others = ''] = []] = seen;
      if (seen.length === 2) expect(await beside(others)).toBe(await beside(encodeId('Candidacy', randomUUID())));
    }
    expect(seen.map(({ length }) => length)).toEqual([1, 1]);
    expect(seen[0]).not.toEqual(seen[1]);
  } finally {
    await gateway.close();
  }
}

const queue = 'query ($campaignId: ID!) { desk { candidacies(campaignId: $campaignId, first: 10) { edges { node { id } } } } }';
const neighbours = 'query ($id: ID!) { desk { neighbours(candidacyId: $id) { next { id } } } }';
