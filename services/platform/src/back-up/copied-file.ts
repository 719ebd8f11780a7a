import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** What was written: enough to find out later that it is still that. */
export interface CopiedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
}

/** Told each piece before it is written; it may throw. */
export type Inspect = (piece: Buffer, position: number) => void;

const pieceBytes = 1 << 20;

/** Copies a file and answers its digest; null when it is gone. Whoever copies many forces them to disk together. */
export async function copyFile(from: string, to: string, inspect?: Inspect): Promise<Omit<CopiedFile, 'path'> | null> {
  const source = await openIfThere(from);
  if (source === null) return null;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      return await pour(source, target, inspect);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** A new file that is on disk when this resolves. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A new or renamed file is there after a power failure only once it and its folder are forced to disk: for all below a folder at once, since
 * one after the other thousands of small files take minutes.
 */
export function forceToDisk(folder: string): void {
  if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0) return; // says whether the disk took it all
  const { status } = spawnSync('sync', [], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`What was written below ${folder} could not be forced to disk.`);
}

async function pour(source: FileHandle, target: FileHandle, inspect?: Inspect): Promise<Omit<CopiedFile, 'path'>> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, pieceBytes, bytes);
    if (bytesRead === 0) return { bytes, digest: digest.digest('hex') };
    const piece = buffer.subarray(0, bytesRead);
    inspect?.(piece, bytes);
    digest.update(piece);
    await target.write(piece);
    bytes += bytesRead;
  }
}

/** The server may drop a file while its folder is being copied; the write-ahead log knows of it. */
async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
