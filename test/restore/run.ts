import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { archiveSettings, archiveTo } from '@guichet/platform/back-up/archive';
import { databaseOf } from '@guichet/platform/back-up/make-back-up';
import { differencesOf, type TenantRows, tenantRows } from '@guichet/platform/dump/tables';
import { settled } from '@guichet/platform/dump/write-dump';
import { Client } from 'pg';
import { run } from '../platform/started-platform.ts';
import { countOf, wordsOf } from '../runner/words-of.ts';
import { gateFaults } from '../tenancy/catalogue-gate.ts';
import { keepReport } from '../walls/keep-report.ts';
import { secret } from '../world/server.ts';
import { clockOf, rowsOf } from './backed-up.ts';

const usage = ['usage: pnpm test:restore [--candidates 23200] [--files 100000] [--seconds 75] [--drill]'];
const { values } = wordsOf(usage, {
  options: {
    candidates: { type: 'string', default: '23200' },
    files: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '75' },
    drill: { type: 'boolean', default: false },
  },
});
const typed = (option: 'candidates' | 'files' | 'seconds') => countOf(`--${option}`, values[option], usage);
const [candidates, files, lossAfter] = [typed('candidates'), typed('files'), typed('seconds')];
const parent = mkdtempSync(join(tmpdir(), 'guichet-drill-'));
chmodSync(parent, 0o755);
const [data, backUps, restored] = ['data', 'back-ups', 'restored'].map((name) => join(parent, name)) as [string, string, string];
const environment = (folder: string) => ({ GUICHET_DATA: folder, GUICHET_BACKUP: backUps, GUICHET_SECRET: secret });

const tell = (words: string) => void process.stdout.write(`${words}\n`);

/** Tables a restore takes something away in, on purpose. */
const fencedTables = /^(auth\.|app\.(outbox|mail_delivery|api_key|invitation|consortium_invitation|break_glass)$)/;

try {
  await main();
} finally {
  rmSync(parent, { recursive: true, force: true });
}

async function main(): Promise<void> {
  await command('seed', ['--candidates', String(candidates)], data);
  const fileSeconds = await timed(async () => writeFiles(files));
  tell(`${files} files of 20 KB written in ${fileSeconds} s`);
  const backUpSeconds = await timed(() => command('back-up', [], data));
  const { before, lastAck, diedAt } = await writeAndDie();
  const restoreSeconds = await timed(() => command('restore', [], restored));
  const found = await look();
  const lossSeconds = (lastAck - found.lastAck) / 1000;
  const differences = differencesOf(before, found.rows).filter((words) => !fencedTables.test(words.split(' of ')[0] ?? ''));
  const gate = found.gate.length;
  const figures = { candidacies: found.candidacies, files, megabytes: megabytesOf(restored) };
  const seconds = { backUp: backUpSeconds, restore: restoreSeconds, loss: lossSeconds };
  const limits = { restore: 300, loss: 60 };
  const report = { date: diedAt, ...figures, seconds, limits, digestsDiffer: differences, gateFaults: gate };
  keepReport('restore', report);
  tell(JSON.stringify({ ...figures, seconds, differences, gate }, null, 2));
  if (values.drill) await command('restore-drill', ['--in', parent], data);
  if (differences.length > 0 || gate > 0 || restoreSeconds > limits.restore || lossSeconds > limits.loss) process.exitCode = 1;
}

async function command(name: string, words: readonly string[], folder: string): Promise<void> {
  const running = run(name, words, environment(folder));
  const status = await running.ended;
  tell(running.output().trim());
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
}

async function timed(act: () => Promise<void> | void): Promise<number> {
  const begun = performance.now();
  await act();
  return Math.round((performance.now() - begun) / 100) / 10;
}

/** No two alike, as people's documents are not. */
function writeFiles(count: number): void {
  const content = Buffer.alloc(20_000, 'Guichet ');
  for (let number = 0; number < count; number++) {
    const folder = join(data, 'files', (number % 256).toString(16).padStart(2, '0'));
    if (number < 256) mkdirSync(folder, { recursive: true });
    content.writeUInt32LE(number, 0);
    writeFileSync(join(folder, `${number}.pdf`), content);
  }
}

interface Died {
  readonly before: readonly TenantRows[];
  /** Milliseconds since the first acknowledged write. */
  readonly lastAck: number;
  readonly diedAt: string;
}

/** Acknowledged writes, twenty a second; then the server is killed, and its disk is taken as lost: what comes back is what was put away. */
async function writeAndDie(): Promise<Died> {
  const server = await startEmbedded(join(data, 'database'), { settings: archiveSettings });
  await archiveTo(backUps, server.url);
  await rowsOf(server.url, 'create table acknowledged (at_ms int8 primary key)');
  const before = await digests(server);
  const begun = performance.now();
  let lastAck = 0;
  while (performance.now() - begun < lossAfter * 1000) {
    const now = Math.round(performance.now() - begun);
    await rowsOf(server.url, `insert into acknowledged values (${now}) on conflict do nothing`);
    lastAck = now;
    await pause(50);
  }
  const diedAt = (await clockOf(server.url)).round('second').toString();
  process.kill(server.pid, 'SIGKILL');
  return { before, lastAck, diedAt };
}

async function digests({ url }: EmbeddedServer): Promise<readonly TenantRows[]> {
  const client = new Client({ connectionString: databaseOf(url, 'guichet') });
  await client.connect();
  try {
    await client.query(`begin; ${settled}`);
    return await tenantRows(client);
  } finally {
    await client.end();
  }
}

async function look() {
  const server = await startEmbedded(join(restored, 'database'));
  const client = new Client({ connectionString: databaseOf(server.url, 'guichet') });
  try {
    await client.connect();
    const [ack] = await rowsOf<{ last: number }>(server.url, 'select max(at_ms)::int as last from acknowledged');
    const rows = await digests(server);
    const candidacies = rows.filter(({ table }) => table === 'app.candidacy').reduce((sum, each) => sum + each.rows, 0);
    return { lastAck: ack?.last ?? 0, rows, candidacies, gate: await gateFaults(client) };
  } finally {
    await client.end();
    await server.stop();
  }
}

function megabytesOf(folder: string): number {
  return Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0]);
}
