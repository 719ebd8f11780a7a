import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.ts';
import type { Line } from './median.ts';

// `--case NAME` is how it calls itself, one process per case.
const usage = `usage: pnpm bench:allocation [--json FILE] [--only NAME]…\n  ${Object.keys(cases).join(', ')}`;
const words = process.argv.slice(2);
const valueOf = (name: string) => words[words.indexOf(name) + 1];

if (words.includes('--case')) process.stdout.write(JSON.stringify(lineOf(valueOf('--case') as string)));
else process.exitCode = isUnderstood() ? runAll() : 2;

function lineOf(name: string): readonly Line[] {
  const lines = (cases[name] as () => readonly Line[])();
  const peakMB = process.resourceUsage().maxRSS / 1024;
  return lines.map((line) => ({ peakMB, ...line }));
}

/** Every word is an option or stands behind one, and every name is one of ours. */
function isUnderstood(): boolean {
  const strange = words.find((word, index) => {
    const option = index % 2 === 0 ? word : words[index - 1];
    if (index % 2 === 0) return (word !== '--only' && word !== '--json') || words[index + 1] === undefined;
    return option === '--only' && !(word in cases);
  });
  if (strange !== undefined) process.stderr.write(`'${strange}' is not understood.\n${usage}\n`);
  return strange === undefined;
}

function runAll(): number {
  const only = words.flatMap((word, index) => (word === '--only' ? [words[index + 1] as string] : []));
  const lines = (only.length > 0 ? only : Object.keys(cases)).flatMap(inOwnProcess);
  if (words.includes('--json')) writeFileSync(valueOf('--json') as string, `${JSON.stringify(lines, null, 2)}\n`);
  const late = lines.filter(({ seconds, budget }) => budget !== undefined && seconds > budget);
  process.stdout.write(`${late.length === 0 ? 'every budget is kept' : `${late.length} budgets are exceeded`}\n`);
  return late.length === 0 ? 0 : 1;
}

function inOwnProcess(name: string): readonly Line[] {
  const own = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@guichet/source', '--max-old-space-size=6000', own, '--case', name],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const lines = JSON.parse(stdout) as readonly Line[];
  for (const { case: title, seconds, cpuSeconds, budget, ratio, peakMB } of lines) {
    const told = [
      `${(seconds * 1000).toFixed(1).padStart(9)} ms`,
      cpuSeconds === undefined ? '' : `processor ${(cpuSeconds * 1000).toFixed(1)} ms`,
      budget === undefined ? '' : `of ${budget * 1000}`,
      ratio === undefined ? '' : `${ratio.toFixed(1)} × slower than ours`,
      `${Math.round(peakMB ?? 0)} MB`,
    ];
    process.stdout.write(`${title.padEnd(62)} ${told.filter(Boolean).join(', ')}\n`);
  }
  return lines;
}
