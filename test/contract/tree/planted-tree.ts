import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A tree of a few files, judged by the tools and settings of the real one. */
export interface PlantedTree {
  /** What the tool says, whether it objects or not. */
  judgedBy(tool: string, ...words: readonly string[]): Promise<string>;
}

/** The settings named are the real ones: a guard that is loosened there is seen here. */
export async function withTree(
  settings: readonly string[],
  files: Readonly<Record<string, string>>,
  judge: (tree: PlantedTree) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-planted-'));
  try {
    for (const file of settings) cpSync(join(root, file), join(folder, file));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    mkdirSync(join(folder, 'test'), { recursive: true });
    symlinkSync(join(root, 'test/quality'), join(folder, 'test/quality'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    await judge({ judgedBy: (tool, ...words) => told(folder, join(root, tool), words) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told(cwd: string, tool: string, words: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  execFile(tool, [...words], { cwd, maxBuffer: 16 * 1024 * 1024 }, (error, output, complaints) => {
    if (error?.code === 'ENOENT') reject(new Error(`${tool} is missing: "pnpm check" fetches it.`));
    else resolve(output + complaints);
  });
  return promise;
}
