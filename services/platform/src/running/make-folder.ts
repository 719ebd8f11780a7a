import { accessSync, constants, mkdirSync } from 'node:fs';
import { Refused } from '../terminal/refused.ts';

/** Makes a folder that a setting names, or refuses in words that name the setting: a file in its place, a disk that is read only. */
export function makeFolder(folder: string, setting: 'GUICHET_DATA' | 'GUICHET_BACKUP'): void {
  try {
    mkdirSync(folder, { recursive: true, ...(setting === 'GUICHET_BACKUP' ? { mode: 0o711 } : {}) });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused(`${folder} is no folder that can be written (${code}). Make it one, or name another in ${setting}.`);
  }
}
