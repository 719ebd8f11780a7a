// Each guard is seen red: a fault is planted in a copy of packages/allocation, the property tests run without a runner, and the test that
// catches it is named. `node test/mutation/planted-faults.mjs`; leaves with 1 when a fault goes unseen.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, '../../packages/allocation');
const copy = join(here, '.planted/allocation');

const faults = [
  ['programmes propose in batch', 'batch/allocate.ts', "how.proposing === 'programmes' ?", "how.proposing !== 'programmes' ?"],
  [
    'open seats are filled first',
    'seats/seat-blocks.ts',
    'return [...blocks.filter((_, index) => !last(index)), open,',
    'return [open, ...blocks.filter((_, index) => !last(index)),',
  ],
  ['<= for < in the minimum rate', 'seats/call-order.ts', '* 100 < percent * position', '* 100 <= percent * position'],
  ['positions count from zero in the minimum rate', 'seats/call-order.ts', 'percent * position', 'percent * (position - 1)'],
  [
    'ranks by sorted ids',
    'market/seal-market.ts',
    'const order = callOrder(rules.ranking,',
    'const order = callOrder(rules.ranking.toSorted(),',
  ],
  [
    'the counter of displayed ranks is not lowered',
    'waiting-ranks/displayed-rank.ts',
    'counter = Math.min(counter + 1, known[index] as number);\n    shown.set(candidate, counter);',
    'counter += 1;\n    shown.set(candidate, Math.min(counter, known[index] as number));',
  ],
  ['the checker overlooks envy', 'audit/check-numbered.ts', 'own < (held.worst[programme] as number)', 'false'],
  [
    'the checker overlooks better stable matchings',
    'audit/check-numbered.ts',
    'if (found.length === 0) return [];',
    'return [];',
  ],
  [
    'an offer uses no vacancy',
    'rounds/offers-of-round.ts',
    'vacancies[block] = (vacancies[block] as number) - 1;\n      made',
    'made',
  ],
  ['a seat freed by standing orders is not called for again', 'rounds/offers-of-round.ts', 'run.freed.add(programme);', ''],
];

let unseen = 0;
for (const [title, file, from, to] of faults) {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['src', 'test', 'package.json']) cpSync(join(home, part), join(copy, part), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  const path = join(copy, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
  writeFileSync(path, text.replace(from, to));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@guichet/source', '--import', join(here, 'without-runner.mjs'), join(here, 'first-failure.mjs')],
    {
      encoding: 'utf8',
      env: { ...process.env, ALLOCATION_RUNS: '150' },
    },
  );
  const [caught] = stdout.split('\n');
  if (!caught) unseen += 1;
  console.log(`${title}: ${caught || `NOT SEEN ${stderr.slice(0, 500)}`}`);
}
rmSync(join(here, '.planted'), { recursive: true, force: true });
process.exitCode = unseen > 0 ? 1 : 0;
