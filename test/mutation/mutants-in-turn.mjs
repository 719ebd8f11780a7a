import { globSync, readFileSync } from 'node:fs';
import { collected } from './test-words.mjs';

const stryker = {};
globalThis['__stryker__'] = stryker;
const tests = new URL('.work/allocation/test/', import.meta.url);
// Nothing that starts a process or reads a folder outside the package.
for (const suite of globSync('{{batch,refusals,rounds}/*,explanation/*-properties,proof/checker-*}.test.ts', { cwd: tests }))
  await import(new URL(suite, tests).href);
const ids = JSON.parse(readFileSync(new URL('.work/mutants.json', import.meta.url), 'utf8'));
const { MUTANTS_AFTER: after, MUTANTS_JOB: job, MUTANTS_JOBS: jobs } = process.env;
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

for (const one of collected) {
  stryker.currentTestId = one.title;
  const start = performance.now();
  await one.run();
  one.cost = performance.now() - start;
  one.hits = stryker.mutantCoverage.perTest[one.title] ?? {};
}
stryker.currentTestId = undefined;
collected.sort((a, b) => a.cost - b.cost);
const atLoad = stryker.mutantCoverage.static;

// A fixed shuffle, so that a run cut short has judged a fair sample.
let state = 7;
const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
for (let last = ids.length - 1; last > 0; last -= 1) {
  const other = Math.floor(random() * (last + 1));
  [ids[last], ids[other]] = [ids[other], ids[last]];
}

for (const [turn, id] of ids.entries()) {
  if (turn <= Number(after) || turn % Number(jobs) !== Number(job)) continue;
  tell({ turn, id, verdict: 'started' });
  tell({ turn, id, ...(await verdictOn(id)) });
}

async function verdictOn(id) {
  const reached = collected.filter(({ hits }) => hits[id]);
  if (reached.length === 0) return { verdict: atLoad[id] ? 'static' : 'no coverage' };
  stryker.activeMutant = id;
  try {
    for (const { title, run, hits } of reached) {
      stryker.hitCount = 0;
      stryker.hitLimit = 100 * hits[id] + 1000;
      try {
        await run();
      } catch {
        return { verdict: 'killed', by: title };
      }
    }
    return { verdict: 'survived' };
  } finally {
    stryker.activeMutant = undefined;
  }
}
process.exit(0);
