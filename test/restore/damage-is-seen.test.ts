import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { archiveCommand, archiveSettings } from '@guichet/platform/back-up/archive';
import { copyBase } from '@guichet/platform/back-up/base-copy';
import { pageInspector } from '@guichet/platform/back-up/page-check';
import { layFiles, storeFiles } from '@guichet/platform/back-up/stored-files';
import { layBase } from '@guichet/platform/restore/lay-base';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rowsOf } from './backed-up.ts';

const parent = mkdtempSync(join(tmpdir(), 'guichet-damage-'));
chmodSync(parent, 0o755);
const at = (...names: string[]) => join(parent, ...names);
let server: EmbeddedServer;
/** The file of the table’s rows, within the server’s folder. */
let table: string;

beforeAll(async () => {
  server = await startEmbedded(at('database'), { durable: false });
  await rowsOf(server.url, 'create table line (number integer primary key, words text)');
  await rowsOf(server.url, `insert into line select n, repeat('x', 500) from generate_series(1, 2000) n`);
  await rowsOf(server.url, 'checkpoint');
  table = (await rowsOf<{ path: string }>(server.url, `select pg_relation_filepath('line') as path`))[0]?.path ?? '';
}, 240_000);
afterAll(async () => {
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

/** One byte of a file becomes another. */
function rot(file: string, position: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.of((readFileSync(file)[position] ?? 0) ^ 0xff), 0, 1, position);
  closeSync(handle);
}

const copy = (to: string) => copyBase({ administratorUrl: server.url, to: at(to), inspectorOf: pageInspector });

test('H-18 every page of a sound database agrees with its checksum; one byte of one page changed on the disk is named, and no back-up is made of it', async () => {
  expect((await copy('sound')).files.length).toBeGreaterThan(500);
  rot(join(server.folder, table), 3 * 8192 + 4000);
  await expect(copy('rotten')).rejects.toThrow(`Page 3 of ${table} is not what the database wrote`);
  expect(existsSync(at('rotten'))).toBe(false);
  rot(join(server.folder, table), 3 * 8192 + 4000);
}, 240_000);

test('H-18 one byte of one file of a back-up changed is named, and nothing is restored from it', async () => {
  const made = await copy('kept');
  rot(at('kept', table), 8192 + 100);
  await expect(layBase(made, at('kept'), at('laid'))).rejects.toThrow(`${table} is not what was copied`);
  rmSync(at('laid'), { recursive: true });
  rmSync(at('kept', 'PG_VERSION'));
  await expect(layBase(made, at('kept'), at('laid'))).rejects.toThrow('PG_VERSION is gone');
}, 240_000);

test('H-18 one byte of one stored file changed is named; a file that did not change is stored once', async () => {
  const [folder, store] = [at('files'), at('store')];
  spawnSync('mkdir', ['-p', join(folder, 'ab'), store]);
  for (const name of ['one', 'two']) writeFileSync(join(folder, 'ab', name), `content of ${name}`);
  const files = await storeFiles(folder, store, []);
  writeFileSync(join(folder, 'ab', 'three'), 'content of two');
  expect((await storeFiles(folder, store, files)).map(({ path }) => path)).toEqual(['ab/one', 'ab/three', 'ab/two']);
  await layFiles(files, store, at('back'));
  expect(readFileSync(at('back', 'ab', 'two'), 'utf8')).toBe('content of two');
  const kept = readdirSync(join(store, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
  expect(kept).toHaveLength(2);
  for (const name of kept) rot(join(store, 'files', name), 3);
  await expect(layFiles(files, store, at('again'))).rejects.toThrow('of the back-up is not what it was');
});

test('a segment of the log is put away whole or not at all, again without harm, and never over another content', () => {
  const archive = at('log');
  spawnSync('mkdir', ['-p', archive]);
  const put = (content: string) => {
    writeFileSync(at('segment'), content);
    const command = archiveCommand(archive).replaceAll('%p', at('segment')).replaceAll('%f', '000000010000000000000001');
    return spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status;
  };
  const stored = join(archive, '000000010000000000000001.gz');
  writeFileSync(join(archive, '.000000010000000000000001.part'), 'half of it, from before a crash');
  expect(put('the segment')).toBe(0);
  expect(readdirSync(archive)).toEqual(['000000010000000000000001.gz']);
  const { mtimeMs, size } = statSync(stored);
  expect(put('the segment')).toBe(0); // the server was killed before it noted that it was done
  expect(statSync(stored)).toMatchObject({ mtimeMs, size });
  expect(put('another segment')).not.toBe(0);
  expect(statSync(stored)).toMatchObject({ mtimeMs, size });
  rmSync(archive, { recursive: true });
  expect(put('the segment')).not.toBe(0); // the disk of the archive is gone: the server keeps the segment and tries again
  expect(Temporal.Duration.from(`PT${archiveSettings.archive_timeout.toUpperCase()}`).total('seconds')).toBeLessThanOrEqual(30);
});
