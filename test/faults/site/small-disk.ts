import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it but for so many bytes. */
  fill(leaving: number): void;
  /** Gives back what filled it. */
  free(): void;
  remove(): void;
}

/** Mounts one; where that cannot be done, why not. */
export function aSmallDisk(megabytes: number): SmallDisk | { readonly reason: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { reason: 'only root of a Linux machine may mount a small disk' };
  const folder = mkdtempSync(join(tmpdir(), 'guichet-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return { reason: `this machine mounts no small disk: ${(mounted.stderr || String(mounted.error)).trim()}` };
  }
  chmodSync(folder, 0o755);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (leaving) => fill(folder, ballast, leaving),
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const chunk = Buffer.alloc(65_536, 1);

function fill(folder: string, ballast: string, leaving: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const file = openSync(ballast, 'w');
  try {
    for (let left = bavail * bsize - leaving; left > 0; left -= chunk.length)
      writeSync(file, chunk, 0, Math.min(left, chunk.length));
  } finally {
    closeSync(file);
  }
}
