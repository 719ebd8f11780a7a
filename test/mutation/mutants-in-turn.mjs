import { globSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { collected } from './test-words.mjs';

const ids = JSON.parse(await text(process.stdin));
const atLoad = process.env.MUTANT_AT_LOAD;
const stryker = {};
globalThis['__stryker__'] = stryker;
if (atLoad) stryker.activeMutant = atLoad;
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

const tests = new URL('.work/allocation/test/', import.meta.url);
try {
  await import(new URL('stop-at-first-failure.mjs', tests));
  // Nothing that starts a process or reads a folder outside the package.
  for (const suite of globSync('{{batch,refusals,rounds}/*,explanation/*-properties,proof/checker-*}.test.ts', { cwd: tests }))
    await import(new URL(suite, tests).href);
} catch (failure) {
  if (!atLoad) throw failure;
  tell({ id: atLoad, verdict: 'killed', by: 'loading' });
  process.exit(0);
}

if (atLoad) tell({ id: atLoad, ...(await verdictAtLoad()) });
else await judgeAll();
process.exit(0);

async function verdictAtLoad() {
  for (const { title, run } of collected) {
    try {
      await run();
    } catch {
      return { verdict: 'killed', by: title };
    }
  }
  return { verdict: 'survived' };
}

async function judgeAll() {
  for (const one of collected) {
    stryker.currentTestId = one.title;
    const start = processorSeconds();
    await one.run();
    one.cost = processorSeconds() - start;
    one.hits = stryker.mutantCoverage.perTest[one.title] ?? {};
    one.caught = 0;
  }
  stryker.currentTestId = undefined;
  tell({ verdict: 'ready', enough: enoughFor(collected) });
  for (const id of ids) {
    const reached = collected.filter(({ hits }) => hits[id]);
    tell({ id, verdict: 'started', enough: enoughFor(reached) });
    tell({ id, ...(await verdictOn(id, reached)) });
  }
  // Nothing of a mutant may last: without one, every test passes as at the beginning.
  tell({ verdict: 'ready', enough: enoughFor(collected) });
  for (const { run } of collected) await run();
  tell({ verdict: 'sound' });
}

/** Ten times the processor seconds that these tests take without a mutant, and ten more: what takes longer is endless. */
function enoughFor(some) {
  return 10 + 10 * some.reduce((sum, { cost }) => sum + cost, 0);
}

/** Tests that caught many for little come first. */
async function verdictOn(id, reached) {
  if (reached.length === 0) return { verdict: stryker.mutantCoverage.static[id] ? 'at load' : 'no coverage' };
  stryker.activeMutant = id;
  const worth = ({ caught, cost }) => (1 + caught) / (0.002 + cost);
  try {
    for (const one of reached.toSorted((a, b) => worth(b) - worth(a))) {
      stryker.hitCount = 0;
      stryker.hitLimit = 100 * one.hits[id] + 1000;
      try {
        await one.run();
      } catch (failure) {
        one.caught += 1;
        return { verdict: String(failure?.message).includes('Hit count limit') ? 'endless' : 'killed', by: one.title };
      }
    }
    return { verdict: 'survived' };
  } finally {
    stryker.activeMutant = undefined;
  }
}
