import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type EmbeddedServer, startEmbedded } from './embedded-postgres.ts';
import { FolderInUse } from './folder-lock.ts';
import { prepareOwner } from './prepare-owner.ts';
import { startOf } from './process-facts.ts';
import { durabilityFaults, readServerFacts, refusalOf } from './server-refusal.ts';

const parent = mkdtempSync(join(tmpdir(), 'guichet-server-'));
chmodSync(parent, 0o755);
const folder = join(parent, 'postgres');
const asRoot = process.getuid?.() === 0;
const testAsRoot = asRoot ? test : test.skip;
const isolated = process.execArgv.filter((argument) => argument.startsWith('--conditions'));

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function asked<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Another node process that starts a server on the folder and then only lives. */
async function otherOwner(of: string): Promise<{ kill(): Promise<void>; serverPid: number }> {
  const launcher = new URL('./embedded-postgres.ts', import.meta.url).href;
  const program = `const { startEmbedded } = await import(${JSON.stringify(launcher)});
    const server = await startEmbedded(${JSON.stringify(of)}, { durable: false });
    process.stdout.write(String(server.pid)); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, [...isolated, '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = (await once(child.stdout, 'data')) as [Buffer];
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { kill, serverPid: Number(pid.toString()) };
}

async function serving<Answer>(act: (server: EmbeddedServer) => Promise<Answer>, on = folder, durable = false): Promise<Answer> {
  const server = await startEmbedded(on, { durable });
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

describe('the embedded server', () => {
  test('keeps its rows over a restart, sorts by code point and checks its pages', async () => {
    await serving((server) => asked(server.url, 'create table kept as select 1 as n'));
    await serving(async (server) => {
      expect(await asked(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
      const [facts] = await asked<Record<string, string>>(
        server.url,
        `select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as address,
           current_setting('unix_socket_directories') as sockets, datlocale as locale, current_setting('max_connections') as connections
         from pg_database where datname = 'postgres'`,
      );
      expect(facts).toEqual({ checksums: 'on', address: '127.0.0.1', sockets: '', locale: 'C.UTF-8', connections: '100' });
    });
  });

  test('refuses a wrong password', async () => {
    await serving(async ({ port }) => {
      await expect(asked(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(/password/);
    });
  });

  test('stops a server whose owner was killed before it starts its own', async () => {
    const owner = await otherOwner(folder);
    await owner.kill();
    expect(startOf(owner.serverPid)).toBeDefined();
    await serving(async (server) => {
      expect(startOf(owner.serverPid)).toBeUndefined();
      expect(await asked(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
    });
  });

  test('refuses a second start while another process owns the folder, and that one goes on serving', async () => {
    const owner = await otherOwner(folder);
    const refusal = await startEmbedded(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderInUse);
    expect(String(refusal)).toContain(folder);
    expect(startOf(owner.serverPid)).toBeDefined();
    await owner.kill();
  });

  test('refuses a second start in the same process, and the first goes on serving', async () => {
    await serving(async (server) => {
      await expect(startEmbedded(folder)).rejects.toThrow(`${folder} is already in use by process ${process.pid}`);
      expect(await asked(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
    });
  });

  testAsRoot('runs as an account without privileges, to which the rows belong', async () => {
    await serving(async (server) => {
      const { uid } = statSync(`/proc/${server.pid}`);
      expect(uid).not.toBe(0);
      expect(statSync(server.folder).uid).toBe(uid);
    });
  });

  testAsRoot(
    'puts the rows into the temporary folder when its account cannot enter the folder asked for, and finds them again',
    async () => {
      const hidden = join(parent, 'hidden');
      mkdirSync(hidden, { mode: 0o700 });
      const first = await serving(
        async (server) => {
          await asked(server.url, 'create table kept as select 2 as n');
          return server.folder;
        },
        join(hidden, 'postgres'),
      );
      expect(first).not.toContain(hidden);
      chmodSync(hidden, 0o755);
      await serving(
        async (server) => expect(await asked(server.url, 'select n from kept')).toEqual([{ n: 2 }]),
        join(hidden, 'postgres'),
      );
      rmSync(dirname(first), { recursive: true });
    },
  );
});

describe('the platform on its own server', () => {
  test('H-20 is its own administrator: an owner without privileges that can make the walls, and durable by default', async () => {
    await serving(
      async (server) => {
        const url = await prepareOwner(server.url);
        expect(await prepareOwner(server.url)).toBe(url);
        const client = new Client({ connectionString: url });
        await client.connect();
        try {
          expect(refusalOf(await readServerFacts(client))).toBeUndefined();
          expect(await durabilityFaults(client)).toEqual([]);
          await client.query('create role app_login login noinherit; alter role app_login set track_activities = off');
          await client.query('alter role app_login set synchronous_commit = FALSE');
          expect(await durabilityFaults(client)).toEqual(['synchronous_commit is off for app_login']);
          await client.query('alter role app_login reset synchronous_commit');
          await client.query(
            `do $$ begin execute 'alter database ' || current_database() || ' set synchronous_commit = off'; end $$`,
          );
          expect(await durabilityFaults(client)).toEqual(['synchronous_commit is off for every login of this database']);
          await client.query('create schema ext; create extension unaccent schema ext; create extension pg_trgm schema ext');
          await expect(client.query('select lo_create(0)')).rejects.toThrow('permission denied');
        } finally {
          await client.end();
        }
      },
      folder,
      true,
    );
  });

  test('H-20 names each setting by which an acknowledged dossier can be lost', async () => {
    await serving(async (server) => {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      try {
        expect(await durabilityFaults(client)).toEqual(['fsync is off', 'full_page_writes is off', 'synchronous_commit is off']);
        expect(refusalOf(await readServerFacts(client))).toContain('superuser');
      } finally {
        await client.end();
      }
    });
  });
});
