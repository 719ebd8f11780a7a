/** `pnpm check` and `pnpm test`: every step named and timed, one closing line for programs to read. */

import { seconds } from './runner/command.mjs';
import { steps } from './runner/steps.mjs';

const scope = process.argv[2];
if (scope !== 'check' && scope !== 'all') {
  console.error('Say which: node test/run.mjs check (under two minutes) or node test/run.mjs all.');
  process.exit(2);
}

const begun = performance.now();
const results = [];
for (const step of steps(scope)) {
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
