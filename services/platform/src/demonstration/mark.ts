import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Whether the demonstration was begun or done on this data folder; the file is for the owner alone. */
export interface DemonstrationMark {
  readonly state: 'LOADING' | 'LOADED';
  readonly slug: string | null;
}

const fileIn = (dataFolder: string) => join(dataFolder, 'demonstration.json');

export function readMark(dataFolder: string): DemonstrationMark | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as DemonstrationMark;
  } catch {
    return null;
  }
}

export function writeMark(dataFolder: string, mark: DemonstrationMark): void {
  writeFileSync(fileIn(dataFolder), `${JSON.stringify(mark, null, 2)}\n`, { mode: 0o600 });
}

export function removeMark(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/** A start that died while loading left half a demonstration that nobody was ever served: its database goes. */
export async function dropHalfLoaded(dataFolder: string, administratorUrl: string): Promise<void> {
  if (readMark(dataFolder)?.state !== 'LOADING') return;
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query('drop database if exists guichet with (force)');
  } finally {
    await client.end();
  }
}
