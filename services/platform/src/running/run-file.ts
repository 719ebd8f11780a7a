import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '@guichet/database/server/process-facts';
import { makeFolder } from './make-folder.ts';

/** What a running platform leaves in its data folder, so that other commands find it; for its owner alone, gone when it stops. */
export interface RunFacts {
  readonly pid: number;
  readonly start: string;
  readonly ownerUrl: string;
  readonly url: string;
  /** Where this machine reaches it, whatever the public origin. */
  readonly localUrl: string;
}

const fileIn = (dataFolder: string) => join(dataFolder, 'run.json');

/** Writes down the platform of this process; answers how to take that back. */
export function writeRunFile(dataFolder: string, facts: Omit<RunFacts, 'pid' | 'start'>): () => void {
  const file = fileIn(dataFolder);
  // On a server of one's own, with a secret given, nobody has needed the folder before.
  makeFolder(dataFolder, 'GUICHET_DATA');
  rmSync(file, { force: true });
  const written: RunFacts = { pid: process.pid, start: startOf(process.pid) ?? '', ...facts };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
  return () => {
    if (readRunFile(dataFolder)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** The platform that runs on this data folder; null when none does, also after one was killed. */
export function readRunFile(dataFolder: string): RunFacts | null {
  try {
    const facts = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as RunFacts;
    return startOf(facts.pid) === facts.start ? facts : null;
  } catch {
    return null;
  }
}
