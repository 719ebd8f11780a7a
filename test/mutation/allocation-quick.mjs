// The same mutants as allocation.mjs, thousands of them in minutes: Stryker's instrumenter writes every mutant into one copy of the
// package, the test files are loaded once without a runner, and each mutant is switched on while the tests that reach it run until
// one fails. Mutants are taken in an order drawn from a seed, so that a run cut short has judged a fair sample.
// `node test/mutation/allocation-quick.mjs [--minutes N] [--runs N] [--jobs N] [--seed N] [--again REPORT] [--report FILE] [GLOB]…`
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conduct } from './conduct.mjs';
import { instrumented } from './instrumented.mjs';
import { reportOf } from './mutation-report.mjs';
import { shuffle } from './shuffle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '30' },
    runs: { type: 'string', default: '40' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    // The survivors of an earlier report alone.
    again: { type: 'string' },
    report: { type: 'string', default: join(here, '../../docs/reports/allocation-mutation.json') },
  },
});
const globs = positionals.length > 0 ? positionals : ['src/{market,seats,batch,rounds,audit}/**/*.ts'];
const git = (...words) => execFileSync('git', words, { cwd: here, encoding: 'utf8' }).trim();
// What is judged is what is in the work tree now, whatever is committed meanwhile.
const changed = git('status', '--porcelain', '--', '../../packages/allocation/src', '../../packages/allocation/test') !== '';
const commit = `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and changes' : ''}`;
const mutants = await instrumented(join(here, '../../packages/allocation'), join(here, '.work/allocation'), globs);
const nameOf = ({ file, line, mutatorName, replacement }) => [file, line, mutatorName, replacement].join('\n');
const wanted = values.again && new Set(JSON.parse(readFileSync(values.again, 'utf8')).survivors.map(nameOf));
const chosen = wanted ? mutants.filter((mutant) => wanted.has(nameOf(mutant))) : mutants;
const order = shuffle(
  chosen.map(({ id }) => id),
  Number(values.seed),
);
writeFileSync(join(here, '.work/mutants.json'), JSON.stringify(order));

const verdicts = new Map();
const until = performance.now() + Number(values.minutes) * 60_000;
const jobs = Number(values.jobs);
const byId = new Map(chosen.map((mutant) => [mutant.id, mutant]));
await Promise.all(Array.from({ length: jobs }, (_, job) => conduct({ job, jobs, order, runs: values.runs, until, judge })));
const report = reportOf(chosen, verdicts, { commit, seed: Number(values.seed), runs: Number(values.runs) });
writeFileSync(values.report, `${JSON.stringify(report, null, 1)}\n`);
console.log(
  `seed ${report.seed}: ${report.judged} of ${report.mutants} mutants judged, ${report.found} found, ${report.missed} missed; score ${report.score} %`,
);
rmSync(join(here, '.work'), { recursive: true, force: true });

/** Survivors are told as they are found. */
function judge(id, said) {
  verdicts.set(id, said);
  if (said.verdict !== 'survived' && said.verdict !== 'no coverage') return;
  const { file, line, mutatorName, replacement } = byId.get(id);
  console.log(
    `${verdicts.size} ${said.verdict}: ${file}:${line} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 160)}`,
  );
}
