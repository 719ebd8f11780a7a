import { FolderInUse } from '@guichet/database/server/folder-lock';
import { Refused } from './refused.ts';
import { Told } from './told.ts';

/** Runs one command of the terminal: what was asked is told, a refusal in its words, anything else with its stack; the last two end with 1. */
export async function runCommand(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Told) return console.log(error.message);
    const isTold = error instanceof Refused || error instanceof FolderInUse;
    console.error(isTold ? error.message : error);
    process.exitCode = 1;
  }
}
