import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BaseCopy } from '../back-up/base-copy.ts';
import { copyFile } from '../back-up/copied-file.ts';
import { partsOf } from '../back-up/data-directory.ts';
import { sideBySide } from '../back-up/side-by-side.ts';
import { Refused } from '../terminal/refused.ts';

const width = 16;

/** Lays the copy of a server’s folder down; a file that is not what was copied stops it, before a server could trust it. */
export async function layBase(copy: BaseCopy, from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  const { folders } = await partsOf(from);
  for (const folder of [...folders, ...copy.files.map(({ path }) => dirname(path))])
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  const faults: string[] = [];
  await sideBySide(copy.files, width, async ({ path, digest }) => {
    const laid = await copyFile(join(from, path), join(to, path));
    if (laid?.digest !== digest) faults.push(`${path} ${laid === null ? 'is gone' : 'is not what was copied'}`);
  });
  if (faults.length > 0)
    throw new Refused([
      'This back-up is damaged; nothing was restored:',
      ...faults.map((fault) => `  - ${fault}`),
      'Restore an older one with --at, or its rows with --dump.',
    ]);
  // What was set for the former server, its archive above all, is not this one's.
  await rm(join(to, 'postgresql.auto.conf'), { force: true });
  await writeFile(join(to, 'postgresql.auto.conf'), '', { mode: 0o600 });
  await chmod(to, 0o700);
}
