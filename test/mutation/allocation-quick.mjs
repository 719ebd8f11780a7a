// The same mutants as allocation.mjs, thousands of them in minutes: Stryker's instrumenter writes every mutant into one copy of the
// package, the test files are loaded once without a runner, and each mutant is switched on while the tests that reach it run until
// one fails. `node test/mutation/allocation-quick.mjs [--minutes N] [--runs N] [--jobs N] [--report FILE] [GLOB]…`
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, '../../packages/allocation');
const copy = join(here, '.work/allocation');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '30' },
    runs: { type: 'string', default: '40' },
    jobs: { type: 'string', default: '2' },
    report: { type: 'string', default: join(here, '../../docs/reports/allocation-mutation.json') },
  },
});
const globs = positionals.length > 0 ? positionals : ['src/{market,seats,batch,rounds,audit}/**/*.ts'];
const quiet = {
  isDebugEnabled: () => false,
  isTraceEnabled: () => false,
  debug() {},
  info() {},
  trace() {},
  warn() {},
  error: console.error,
  fatal: console.error,
};

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const part of ['src', 'test', 'package.json']) cpSync(join(home, part), join(copy, part), { recursive: true });
symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
const files = globs
  .flatMap((glob) => globSync(glob, { cwd: home }))
  .map((name) => ({ name: join(copy, name), content: readFileSync(join(home, name), 'utf8'), mutate: true }));
// What a person reads is not a rule: the words of objections and violations are left alone.
const instrumented = await new Instrumenter(quiet).instrument(files, {
  plugins: null,
  excludedMutations: ['StringLiteral'],
  ignorers: [],
  optionalChaining: true,
});
for (const { name, content } of instrumented.files) writeFileSync(name, `// @ts-nocheck\n${content}`);
const mutants = instrumented.mutants
  .filter(({ status }) => status !== 'Ignored')
  .map(({ id, fileName, mutatorName, replacement, location }) => ({
    id,
    file: relative(copy, fileName),
    mutatorName,
    replacement,
    line: location.start.line + 1,
  }));
writeFileSync(join(here, '.work/mutants.json'), JSON.stringify(mutants.map(({ id }) => id)));

const verdicts = new Map();
const jobs = Number(values.jobs);
const until = performance.now() + Number(values.minutes) * 60_000;
await Promise.all(Array.from({ length: jobs }, (_, job) => conduct(job)));
print();
rmSync(join(here, '.work'), { recursive: true, force: true });

/** One process works through its share of the mutants; a silent one is stopped and its mutant counts as timed out. */
async function conduct(job) {
  let after = -1;
  while (performance.now() < until) {
    const child = spawn(
      process.execPath,
      [
        '--conditions=@guichet/source',
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(here, 'without-runner.mjs'),
        join(here, 'mutants-in-turn.mjs'),
      ],
      {
        env: {
          ...process.env,
          ALLOCATION_RUNS: values.runs,
          MUTANTS_AFTER: String(after),
          MUTANTS_JOB: String(job),
          MUTANTS_JOBS: String(jobs),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let started;
    let alarm = setTimeout(() => child.kill('SIGKILL'), 240_000);
    for await (const line of createInterface({ input: child.stdout })) {
      clearTimeout(alarm);
      const { turn, id, verdict, by } = JSON.parse(line);
      if (verdict === 'started') started = { turn, id };
      else {
        verdicts.set(id, { verdict, by });
        started = undefined;
      }
      after = turn;
      if (performance.now() > until) child.kill('SIGKILL');
      alarm = setTimeout(() => child.kill('SIGKILL'), 60_000);
    }
    clearTimeout(alarm);
    if (!started || performance.now() > until) return;
    verdicts.set(started.id, { verdict: 'timeout' });
  }
}

function print() {
  const judged = mutants.flatMap((mutant) => (verdicts.has(mutant.id) ? [{ ...mutant, ...verdicts.get(mutant.id) }] : []));
  const counts = Object.groupBy(judged, ({ verdict }) => verdict);
  const count = (verdict) => counts[verdict]?.length ?? 0;
  const found = count('killed') + count('timeout');
  const missed = count('survived') + count('no coverage');
  const byFile = Object.entries(Object.groupBy(judged, ({ file }) => file)).map(([file, own]) => {
    const good = own.filter(({ verdict }) => verdict === 'killed' || verdict === 'timeout').length;
    const bad = own.filter(({ verdict }) => verdict === 'survived' || verdict === 'no coverage').length;
    return { file, found: good, missed: bad, score: Math.round((1000 * good) / Math.max(1, good + bad)) / 10 };
  });
  const report = {
    // oxlint-disable-next-line no-restricted-properties -- a report bears its date
    date: Temporal.Now.plainDateISO('UTC').toString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: home, encoding: 'utf8' }).trim(),
    runs: Number(values.runs),
    mutants: mutants.length,
    judged: judged.length,
    found,
    missed,
    static: count('static'),
    score: Math.round((1000 * found) / Math.max(1, found + missed)) / 10,
    byFile: byFile.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    survivors: judged
      .filter(({ verdict }) => verdict === 'survived' || verdict === 'no coverage')
      .map(({ file, line, mutatorName, replacement, verdict }) => ({ file, line, mutatorName, replacement, verdict })),
  };
  writeFileSync(values.report, `${JSON.stringify(report, null, 1)}\n`);
  console.log(
    `${report.judged} of ${report.mutants} mutants judged: ${found} found, ${missed} missed, ${report.static} only at load; score ${report.score} %`,
  );
}
