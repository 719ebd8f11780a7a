import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { publicHat } from '@guichet/database/session/hat';
import { bindingKeys, loginUrl, migrate } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { createReplica, positionNow, type Replica } from '@guichet/database/session/replica';
import { type Binding, beginWork, inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { databaseUrl, secret } from '../world/server.ts';
import { startCopy } from './around/copy-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-copy-'));
chmodSync(folder, 0o755);
let primary: EmbeddedServer;
let copy: EmbeddedServer;
let binding: Binding;
let replica: Replica;
let owner: Client;
let following: Client;
const asked: boolean[] = [];

beforeAll(async () => {
  primary = await startEmbedded(join(folder, 'primary'), {
    durable: false,
    settings: { synchronous_commit: 'on', max_connections: '200' },
  });
  const ownerUrl = await prepareOwner(primary.url);
  await migrate(ownerUrl, secret);
  copy = await startCopy(primary, folder, { durable: false });
  binding = { orm: await createOrm({ url: loginUrl(ownerUrl, 'app_login', secret), connections: 2 }), ...bindingKeys(secret) };
  replica = await replicaAt(copy.port, (isCaughtUp) => void asked.push(isCaughtUp));
  [owner, following] = [await connected(primary.url), await connected(copy.url)];
  await owner.query('create table app.line (number integer); grant select on app.line to app_public');
}, 240_000);

afterAll(async () => {
  await Promise.all([replica.close(), binding.orm.close(), owner.end(), following.end()]);
  await copy.stop();
  await primary.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl(url, 'guichet') });
  await client.connect();
  return client;
}

const replicaAt = (port: number, onAsked?: (isCaughtUp: boolean) => void) =>
  createReplica({
    url: loginUrl(`postgres://127.0.0.1:${port}/guichet`, 'app_login', secret),
    keys: bindingKeys(secret),
    connections: 2,
    onAsked,
  });

const now = () => inWork(binding, publicHat, ({ db }) => positionNow(db));

/** Lines of the copy, as a principal reads them there. */
async function linesThere(from: Binding): Promise<number> {
  const work = await beginWork(from, publicHat, { readOnly: true, isSnapshot: true });
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from app.line`.execute(work.db);
  await work.commit();
  return rows[0]?.count ?? -1;
}

describe('a streaming copy', () => {
  test('is read once it holds everything that stood when it was asked for, by the same roles as the primary', async () => {
    for (let round = 1; round <= 20; round += 1) {
      await owner.query('insert into app.line values ($1)', [round]);
      const from = await replica.upTo(await now(), 5000);
      expect(from === null ? null : await linesThere(from)).toBe(round);
    }
    expect(asked).toEqual(Array.from({ length: 20 }, () => true));
  });

  test('that stands still is passed over once it was waited for, and read again when it has caught up', async () => {
    await following.query('select pg_wal_replay_pause()');
    await owner.query('insert into app.line values (0)');
    const position = await now();
    const began = performance.now();
    expect(await replica.upTo(position, 200)).toBeNull();
    expect(performance.now() - began).toBeGreaterThanOrEqual(200);
    await following.query('select pg_wal_replay_resume()');
    const from = await replica.upTo(position, 5000);
    expect(from === null ? null : await linesThere(from)).toBe(21);
  });

  test('takes no write, whoever asks for it', async () => {
    const from = await replica.upTo(await now(), 5000);
    await expect(
      inWork(from as Binding, publicHat, ({ db }) => sql`create table app.further (n integer)`.execute(db)),
    ).rejects.toThrow();
  });

  test('is no copy when it follows nobody: a primary, or one that was made one, is never read as such', async () => {
    const mistaken = await replicaAt(primary.port);
    expect(await mistaken.upTo(await now(), 100)).toBeNull();
    await mistaken.close();
  });

  test('that is away stops nobody, and is not waited for again and again', async () => {
    const away = await replicaAt(1);
    expect(await away.upTo(await now(), 5000)).toBeNull();
    const began = performance.now();
    expect(await away.upTo(await now(), 5000)).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
    await away.close();
  });
});
