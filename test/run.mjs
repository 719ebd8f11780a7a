/** `pnpm check` and `pnpm test`: every step named and timed, one closing line for programs to read. */

import { globSync } from 'node:fs';
import { seconds } from './runner/command.mjs';
import { steps } from './runner/steps.mjs';

const [, , scope, ...paths] = process.argv;
const usage = 'usage: pnpm check (under two minutes), pnpm test (everything), or pnpm test:only PATH …';
const fault = faultOf();
if (fault !== null) {
  console.error(`${fault}\n${usage}`);
  process.exit(2);
}

/** Whoever names a path behind `pnpm test` does not mean half an hour of everything. */
function faultOf() {
  if (paths.includes('--help')) return 'Tests are run by:';
  if (scope === 'only') {
    // Behind the first option stand words for jest.
    const options = paths.findIndex((path) => path.startsWith('-'));
    const named = options === -1 ? paths : paths.slice(0, options);
    if (named.length === 0) return `No path is named${paths.map((word) => ` before ${word}`).join('')}.`;
    const missing = named.filter((path) => globSync([path, `${path}*`]).length === 0);
    return missing.length > 0 ? `Nothing lies at ${missing.join(', ')}.` : null;
  }
  if (scope !== 'check' && scope !== 'all') return 'It is not said what to run.';
  return paths.length === 0 ? null : `${paths.join(' ')} is not understood: for some tests alone, name them behind test:only.`;
}

const begun = performance.now();
const results = [];
for (const step of steps(scope, paths)) {
  const from = performance.now();
  const result = await step.run();
  results.push({ ...result, name: step.name });
  if (result.output) console.log(result.output);
  console.log(`${result.failed ? 'FAILED' : 'passed'}  ${step.name}  ${seconds(performance.now() - from)}`);
}

const faulty = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
const total = (outcome) => results.reduce((sum, result) => sum + result[outcome], 0);
console.log(
  `\n${faulty.length ? `Failed: ${faulty.join(', ')}` : 'Everything passed'}, in ${seconds(performance.now() - begun)}.`,
);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = faulty.length ? 1 : 0;
