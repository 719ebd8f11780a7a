import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, serve } from './build-process.ts';
import { olderCommit, thisBuild } from './older-build.ts';
import { keptThroughMigration, migratedUnderLoad, type OlderAtWork, olderAtWork } from './side-by-side.ts';
import { secretsTold, toldThrough } from './smoke.ts';

const older = olderCommit();
const isThere = 'commit' in older;
const reason = isThere ? '' : ` (skipped: ${older.reason})`;

(isThere ? describe : describe.skip)(`the build before the newest migration, and this one${reason}`, () => {
  let old: OlderAtWork;
  let newer: Door;
  beforeAll(async () => {
    old = await olderAtWork(isThere ? older.commit : '', 12);
  }, 300_000);
  afterAll(async () => {
    await newer?.stop();
    await old?.close();
  });

  test('C-27 the migration keeps every row that was there, and leaves the database as this build’s tables say; forward only, there is no way down', async () => {
    const { lost, differences, rows } = await keptThroughMigration(old);
    expect(rows).toBeGreaterThan(500);
    expect({ lost, differences }).toEqual({ lost: [], differences: [] });
  }, 240_000);

  test('C-27 it runs while the older build serves ten requests a second: none fails, nothing acknowledged is lost, nobody waits two seconds', async () => {
    const felt = await migratedUnderLoad(old, 2);
    expect(felt).toMatchObject({ failed: [], lost: [] });
    expect(felt.longestLockWaitMs).toBeLessThan(2000);
    expect(felt.requests).toBeGreaterThan(30);
  }, 240_000);

  test('H-19 a dossier sent through one is read, taken back and sent again through the other, and reaches the chosen schools in both', async () => {
    newer = await serve(thisBuild, old.shared);
    for (const doors of [[old.door, newer] as const, [newer, old.door] as const])
      expect((await toldThrough(doors, old.staff)).faults).toEqual([]);
  }, 240_000);

  test('H-19 neither answers anybody about what is not theirs otherwise than about what is not', async () => {
    const story = await toldThrough([newer, old.door], old.staff);
    for (const door of [old.door, newer]) expect(await secretsTold(door, story, old.staff)).toEqual([]);
  }, 240_000);
});
