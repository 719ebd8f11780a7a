import { clockOf } from '../mutants/broken-databases.ts';
import { countOf, wordsOf } from '../runner/words-of.ts';
import { keepReport } from '../walls/keep-report.ts';
import { startTestServer } from '../world/server.ts';
import { serve } from './build-process.ts';
import { olderCommit, thisBuild } from './older-build.ts';
import { keptThroughMigration, migratedUnderLoad, olderAtWork } from './side-by-side.ts';
import { secretsTold, toldThrough } from './smoke.ts';

/** `pnpm test:two-builds`: the build before the newest migration and this one on one database; `--dossiers N` sent before, 30 when left out: all are looked for on the first page of fifty. */
const usage = ['usage: pnpm test:two-builds [--dossiers 30]'];
const { values } = wordsOf(usage, { options: { dossiers: { type: 'string', default: '30' } } });
const dossiers = countOf('--dossiers', values.dossiers, usage);
const older = olderCommit();
if (!('commit' in older)) {
  process.stdout.write(`Skipped: ${older.reason}.\n`);
  process.exit(0);
}
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
const old = await olderAtWork(older.commit, dossiers);
try {
  const kept = await keptThroughMigration(old);
  const felt = await migratedUnderLoad(old, 10);
  const newer = await serve(thisBuild, old.shared);
  const smoke: string[] = [];
  const told: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const story = await toldThrough(round % 2 === 0 ? [old.door, newer] : [newer, old.door], old.staff);
    smoke.push(...story.faults);
    for (const door of [old.door, newer]) told.push(...(await secretsTold(door, story, old.staff)));
  }
  await newer.stop();
  const faults = [...kept.lost, ...kept.differences, ...felt.failed, ...felt.lost, ...smoke, ...told];
  if (felt.longestLockWaitMs >= 2000) faults.push(`somebody waited ${felt.longestLockWaitMs} ms for a lock`);
  const { commit, migrations } = older;
  const seconds = Math.round((performance.now() - began) / 1000);
  const figures = { older: commit.slice(0, 12), olderMigrations: migrations, kept, felt, stories: 10, faults, seconds };
  keepReport('two-builds', { date: await clockOf(server.administratorUrl), ...figures });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await old.close();
  await server.stop();
}
