import { FolderInUse } from '@guichet/database/server/folder-lock';
import { Refused } from './refused.ts';

/** Runs one command of the terminal: a refusal is told in its words, anything else with its stack; both end with 1. */
export async function runCommand(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isTold = error instanceof Refused || error instanceof FolderInUse;
    console.error(isTold ? error.message : error);
    process.exitCode = 1;
  }
}
