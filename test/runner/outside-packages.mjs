import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from './command.mjs';

/** Packages outside the workspace are fetched by the first test, so that a first start need not wait for them. */
export async function install(folder) {
  const cwd = join(root, folder);
  const marker = join(cwd, 'node_modules', '.installed');
  const wanted = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((file) => readFileSync(join(cwd, file)));
  const digest = createHash('sha256').update(Buffer.concat(wanted)).digest('hex');
  if (readIfThere(marker) === digest) return { ended: true, output: '' };
  const [program, ...words] = pnpm();
  const installed = await command(program, [...words, 'install', '--frozen-lockfile'], { cwd });
  if (installed.ended) writeFileSync(marker, digest);
  return installed;
}

/** The pnpm that runs us, or the one the README names. */
function pnpm() {
  const ours = process.env.npm_execpath ?? '';
  if (!ours.includes('pnpm')) return ['npx', '-y', 'pnpm@12'];
  return /\.[cm]?js$/.test(ours) ? [process.execPath, ours] : [ours];
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
