import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namedOf, wordsOf } from '../runner/words-of.ts';
import { root } from './keep-report.ts';
import { type Part, parts } from './parts.ts';

/**
 * `pnpm test:walls`: the long forms of the proofs, one after another, each in a process of its own; each keeps its report in docs/reports.
 * `--only NAME` runs one, and may be given again. The page docs/security.md is written anew at the end.
 */
const usage = ['usage: pnpm test:walls [--only NAME]…', ...parts.map(({ name, proves }) => `  ${name.padEnd(9)} ${proves}`)];
const { values } = wordsOf(usage, { options: { only: { type: 'string', multiple: true } } });
namedOf(
  values.only ?? [],
  parts.map(({ name }) => name),
  usage,
);
const chosen = values.only === undefined ? parts : parts.filter(({ name }) => values.only?.includes(name));

const failed: string[] = [];
for (const part of chosen) {
  say(`${part.name}: ${part.proves}`);
  const began = performance.now();
  const isPassed = await run(part);
  say(`${isPassed ? 'passed' : 'FAILED'}  ${part.name}  ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  if (!isPassed) failed.push(part.name);
}
await program('test/security-page/write.ts');
say(`${chosen.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function run({ program: file }: Part): Promise<boolean> {
  if (existsSync(join(root, file))) return program(file);
  say(`${file} is not there.`);
  return false;
}

/** Runs one of our programs to its end; its words are shown as they come. */
async function program(file: string): Promise<boolean> {
  const words = ['--conditions=@guichet/source', '--import', './dev-register.mjs', file];
  const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
