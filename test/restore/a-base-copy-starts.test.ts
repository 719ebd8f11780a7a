import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { passwordFile } from '@guichet/database/server/cluster';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { accountFor } from '@guichet/database/server/unprivileged-account';
import { copyBase } from '@guichet/platform/back-up/base-copy';
import { handOver } from '@guichet/platform/restore/hand-over';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';

const parent = mkdtempSync(join(tmpdir(), 'guichet-copy-'));
chmodSync(parent, 0o755);
const at = (name: string) => join(parent, name);
let primary: EmbeddedServer;
let client: Client;

beforeAll(async () => {
  primary = await startEmbedded(at('primary'), { durable: false });
  client = await connected(primary.url);
  await client.query('create table line (number integer primary key, words text)');
  await client.query(`insert into line select n, repeat('x', 500) from generate_series(1, 20000) n`);
});
afterAll(async () => {
  await client.end();
  await primary.stop();
  rmSync(parent, { recursive: true, force: true });
});

async function connected(connectionString: string): Promise<Client> {
  const made = new Client({ connectionString });
  await made.connect();
  return made;
}

/** Writes one row after another until told to stop; answers the last number that was acknowledged. */
function writing(from: number): { stop(): Promise<number> } {
  const stopping = new AbortController();
  const running = (async () => {
    for (let number = from; ; number++) {
      if (stopping.signal.aborted) return number - 1;
      await client.query('insert into line values ($1, $2)', [number, 'while copying']);
    }
  })();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

async function placed(name: string): Promise<void> {
  await handOver(at(name), accountFor(primary.folder));
  copyFileSync(passwordFile(primary.folder), passwordFile(at(name)));
}

const rowsIn = async (url: string): Promise<{ count: number; highest: number }> => {
  const reader = await connected(url);
  try {
    const { rows } = await reader.query('select count(*)::int as count, max(number) as highest from line');
    return rows[0];
  } finally {
    await reader.end();
  }
};

test('a base copy made while rows are written starts by itself, holds a whole number of them, and its log comes with it', async () => {
  const writer = writing(20_001);
  const copy = await copyBase({ administratorUrl: primary.url, to: at('copy') });
  const last = await writer.stop();
  expect(last).toBeGreaterThan(20_000);
  expect(copy.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['backup_label', 'PG_VERSION', 'global/pg_control']));
  expect(copy.files.some(({ path }) => /^pg_wal\/[0-9A-F]{24}$/.test(path))).toBe(true);
  expect(copy.files.some(({ path }) => path.includes('postmaster'))).toBe(false);
  await placed('copy');
  const server = await startEmbedded(at('copy'), { durable: false });
  try {
    const { count, highest } = await rowsIn(server.url);
    expect(count).toBe(highest);
    expect(count).toBeGreaterThanOrEqual(20_000);
    expect(count).toBeLessThanOrEqual(last);
  } finally {
    await server.stop();
  }
});

test('a replica made of a base copy follows its primary', async () => {
  await copyBase({ administratorUrl: primary.url, to: at('replica'), slot: 'replica' });
  writeFileSync(join(at('replica'), 'standby.signal'), '');
  await placed('replica');
  const replica = await startEmbedded(at('replica'), {
    durable: false,
    settings: { primary_conninfo: primary.url, primary_slot_name: 'replica' },
  });
  try {
    await client.query(`insert into line values (1000000, 'after the copy')`);
    while ((await rowsIn(replica.url)).highest !== 1_000_000) await pause(50);
  } finally {
    await replica.stop();
  }
});

test('a copy that fails leaves nothing that could start', async () => {
  await expect(copyBase({ administratorUrl: primary.url, to: at('failed'), slot: 'replica' })).rejects.toThrow('already exists');
  expect(() => chmodSync(at('failed'), 0o700)).toThrow('ENOENT');
});
