import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveIn } from '../back-up/archive.ts';
import { copyFile } from '../back-up/copied-file.ts';
import { placeOf } from '../back-up/kept-back-ups.ts';
import { sideBySide } from '../back-up/side-by-side.ts';
import { Refused } from '../terminal/refused.ts';

/** Copies what the archive holds since a back-up to where the restored server can read it; answers how many segments. */
export async function stageLog(backupFolder: string, startLsn: string, to: string): Promise<number> {
  await mkdir(to, { mode: 0o700 });
  const archive = archiveIn(backupFolder);
  const names = (await readdir(archive).catch(() => [])).filter((name) =>
    /^[0-9A-F]{8}(?:[0-9A-F]{16}|\.history)\.gz$/.test(name),
  );
  const first = placeOf(startLsn);
  const segments = names.filter((name) => !name.includes('history') && name.slice(8, 24) >= first).toSorted();
  refuseGaps(segments);
  const histories = names.filter((name) => name.includes('history'));
  await sideBySide([...segments, ...histories], 8, async (name) => void (await copyFile(join(archive, name), join(to, name))));
  return segments.length;
}

/** Recovery would stop before a missing segment as if the log ended there, and everything after it would be lost without a word. */
function refuseGaps(segments: readonly string[]): void {
  for (const [index, name] of segments.entries()) {
    const before = segments[index - 1];
    if (before === undefined || before.slice(0, 8) !== name.slice(0, 8) || numberOf(name) === numberOf(before) + 1) continue;
    throw new Refused(
      `The archive lacks what lies between ${before} and ${name}: it can be restored only to an instant before, with --at.`,
    );
  }
}

const numberOf = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16, 24), 16);

/** What is missing ends the log; what is there and cannot be read stops the server: an exit status above 125 is never taken for the end. */
export const restoreCommand = (staged: string) =>
  `[ -e '${staged}/%f.gz' ] || exit 1; gzip -dc '${staged}/%f.gz' > %p || exit 200`;
