import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from './command.mjs';

const words = ['--conditions=@guichet/source', '--import', './dev-register.mjs', 'test/mutants/run.ts'];

/** Takes the walls away one by one; each that some test noticed counts as passed. */
export async function mutants() {
  const report = join(root, 'node_modules/.cache/guichet/mutants.json');
  rmSync(report, { force: true });
  const { ended, output } = await command(process.execPath, [...words, '--json', report]);
  const { caught, of } = counted(report);
  const failed = of - caught;
  if (ended) return { passed: caught, failed };
  return { passed: caught, failed: Math.max(1, failed), output };
}

function counted(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { caught: 0, of: 0 };
  }
}
