/** `pnpm check` and `pnpm test`: every step named and timed, one closing line for programs to read. */

import { seconds } from './runner/command.mjs';
import { steps } from './runner/steps.mjs';

const [, , scope, ...paths] = process.argv;
if (scope !== 'check' && scope !== 'all' && (scope !== 'only' || paths.length === 0)) {
  console.error(
    'Say which: node test/run.mjs check (under two minutes), node test/run.mjs all, or node test/run.mjs only PATH …',
  );
  process.exit(2);
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
