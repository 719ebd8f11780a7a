import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { schemaDifferences } from '@guichet/platform/running/schema-differences';
import type { Client } from 'pg';
import { completeDossier, submit } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { type Door, prepare, type Shared, serve } from './build-process.ts';
import { lostSince, rowsNow } from './kept-rows.ts';
import { watchLockWaits } from './lock-waits.ts';
import { type Build, layOut } from './older-build.ts';
import { aPerson, at } from './people-of-both.ts';
import { administratorOf, anEmptyDatabase, copyOf } from './shared-database.ts';
import { type Staff, staffOf } from './smoke.ts';
import { type Served, startSteadyLoad } from './steady-load.ts';

/** The older build at work on a database of its own making, with dossiers in its schools. */
export interface OlderAtWork {
  readonly build: Build;
  readonly shared: Shared;
  /** The same rows, and nobody at them. */
  readonly copy: Shared;
  readonly administrator: Client;
  readonly door: Door;
  readonly staff: Staff;
  close(): Promise<void>;
}

export async function olderAtWork(commit: string, dossiers: number): Promise<OlderAtWork> {
  const build = layOut(commit);
  const shared = await anEmptyDatabase();
  await prepare(build, shared);
  let administrator = await administratorOf(shared);
  const filling = await serve(build, shared);
  for (let number = 0; number < dossiers; number += 1) {
    const person = at(filling, await aPerson(administrator, `sent-${number}@candidat.example`));
    await submit(person, await completeDossier(person, { schools: ['imt-mines-albi', 'imt-mines-ales'] }));
  }
  await filling.stop();
  await administrator.end();
  const copy = await copyOf(shared); // of a database nobody is connected to
  administrator = await administratorOf(shared);
  const staff = await staffOf(administrator);
  const door = await serve(build, shared);
  const close = async () => {
    await door.stop();
    await administrator.end();
    build.remove();
  };
  return { build, shared, copy, administrator, door, staff, close };
}

/** What a migration left of the rows that were there, with nobody at them. */
export interface Kept {
  readonly tables: number;
  readonly rows: number;
  readonly lost: readonly string[];
  /** Where the database is not as this build's tables say. */
  readonly differences: readonly string[];
}

export async function keptThroughMigration({ copy }: OlderAtWork): Promise<Kept> {
  const administrator = await administratorOf(copy);
  const before = await rowsNow(administrator);
  await migrate(copy.ownerUrl, secret);
  const lost = await lostSince(administrator, before);
  await administrator.end();
  const orm = await createOrm({ url: copy.ownerUrl, connections: 1, isOwner: true });
  const differences = await schemaDifferences(orm);
  await orm.close();
  return { tables: before.length, rows: before.reduce((sum, { count }) => sum + count, 0), lost, differences };
}

/** What those who worked meanwhile felt of a migration. */
export interface Felt extends Served {
  readonly migrationMs: number;
  readonly longestLockWaitMs: number;
}

/** Migrates while the older build serves ten requests a second, begun a while before and going on a while after. */
export async function migratedUnderLoad({ door, administrator, shared }: OlderAtWork, around: number): Promise<Felt> {
  const load = await startSteadyLoad(door, administrator);
  await pause(around * 1000);
  const watched = await watchLockWaits(shared);
  const began = performance.now();
  await migrate(shared.ownerUrl, secret);
  const migrationMs = Math.round(performance.now() - began);
  const longestLockWaitMs = await watched();
  await pause(around * 1000);
  return { ...(await load.end()), migrationMs, longestLockWaitMs };
}
