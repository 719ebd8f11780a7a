import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepReport, root } from '../walls/keep-report.ts';
import { benched } from './bench.ts';
import { rowsOf } from './database/bench-server.ts';
import { goalsOf } from './goals.ts';
import { orderOf } from './order.ts';
import type { BenchReport } from './report.ts';
import { onStage, type Stage } from './stage.ts';
import { writePage } from './write-page.ts';

/**
 * `pnpm bench`: the hot path measured against what a team would otherwise use, all servers up together on the same tables, answers
 * compared before a figure counts and read during the run. Small runs while working on the gateway:
 *
 *   pnpm bench --only guichet,limit --workload L --seconds 5      one workload, against the limit alone
 *   pnpm bench --only guichet,limit --workload L,D --rounds 3     fewer rounds
 *
 * `--quick` is the whole comparison on 60,000 candidacies in less than ten minutes; without it 600,000 as well. Both keep their report in
 * docs/reports and write docs/performance.md; `--only` keeps none. Rows are planted once and kept in node_modules/.cache; what the
 * servers print lies in node_modules/.cache/bench-words.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const order = orderOf(process.argv.slice(2), say);
if (order === null) process.exit(2);
await onStage(order, say, run);

async function run(stage: Stage): Promise<void> {
  const report = await benched(stage);
  told(report);
  const { json, isKept, isQuick } = stage.order;
  if (json !== null) writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', json), `${JSON.stringify(report, null, 2)}\n`);
  if (!isKept) return;
  const [now] = await rowsOf<{ date: string }>(
    stage.server.administratorUrl,
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as date`,
  );
  keepReport('bench', Object.assign({ date: now?.date ?? '' }, { form: isQuick ? 'quick' : 'full' }, report));
  writePage();
  say(`\nkept in docs/reports/bench.json and ${join(root, 'docs/performance.md').slice(root.length + 1)}`);
}

function told(report: BenchReport): void {
  say('');
  for (const { what, measured, goal, isReached, promise, isKept } of goalsOf(report)) {
    if (measured === null) continue;
    const least = promise === null ? '' : `; promise ${promise}: ${isKept ? 'reached' : 'not reached'}`;
    say(`${what.padEnd(58)} ${measured.toFixed(2).padStart(7)}   goal ${goal}: ${isReached ? 'reached' : 'not reached'}${least}`);
  }
}
