import { join } from 'node:path';
import { wordsOf } from '../runner/words-of.ts';
import { pristine } from '../tenancy/catalogue-gate.ts';
import { startTestServer } from '../world/server.ts';
import { clockOf } from './broken-databases.ts';
import { isGated, judgeByGate } from './gate-verdict.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { commitOf, isCaught, writeReport } from './report.ts';
import { copyTree } from './tree-copy.ts';
import { type Lane, tried } from './try-mutant.ts';
import type { Verdict } from './verdict.ts';

/**
 * `pnpm test:mutants`: takes the walls away one by one and demands that the named tests go red. Nothing is broken in the working
 * tree: databases are copies, and so is the tree. `--only WORD` runs those whose name holds the word, `--why` shows what the tests
 * said; the whole list writes its report in docs/reports.
 */
const root = join(import.meta.dirname, '../..');
const usage = ['usage: pnpm test:mutants [--only WORD]… [--why]', '  WORD is part of the name of a mutant, in test/mutants/list'];
const { values } = wordsOf(usage, {
  options: { only: { type: 'string', multiple: true }, why: { type: 'boolean' } },
});
const lanes = 2;

const chosen = mutants.filter(({ name }) => values.only === undefined || values.only.some((word: string) => name.includes(word)));
if (chosen.length === 0) {
  say(`No mutant has ${values.only?.join(' or ')} in its name.\n${usage.join('\n')}`);
  process.exit(2);
}
const began = performance.now();
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
const date = await clockOf(server.administratorUrl);
const commit = commitOf(root);
const trees = Array.from({ length: lanes }, () => copyTree(root));
const verdicts = new Map<Mutant, Verdict>();
try {
  const { client } = await pristine();
  for (const mutant of chosen.filter(isGated)) noted(mutant, await judgeByGate(client, mutant));
  await client.end();
  const waiting = chosen.filter((mutant) => !isGated(mutant));
  await Promise.all(trees.map((tree, lane) => work(waiting, { tree, lane, administratorUrl: server.administratorUrl })));
} finally {
  for (const tree of trees) tree.remove();
  await server.stop();
}
conclude();

async function work(waiting: Mutant[], place: Lane): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    noted(mutant, await tried(mutant, place).catch(notTried));
  }
}

/** A passage that is not there any more: its line is to be mended, and nothing was noticed. */
function notTried(error: unknown): Verdict {
  return { killers: [], said: '', seconds: 0, trouble: String(error) };
}

function noted(mutant: Mutant, verdict: Verdict): void {
  verdicts.set(mutant, verdict);
  const word = verdict.killers.length > 0 ? 'caught  ' : 'SURVIVED';
  say(`${word}  ${verdict.seconds.toFixed(1).padStart(5)} s  ${mutant.name}`);
  if (verdict.trouble !== null) say(verdict.trouble);
  if (values.why) say(`          ${verdict.killers[0] ?? 'nobody'}: ${verdict.said}`);
}

function conclude(): void {
  const run = { date, commit, seconds: Math.round((performance.now() - began) / 1000), chosen, verdicts };
  const caught = chosen.filter((mutant) => isCaught(run, mutant)).length;
  say(`${caught} of ${chosen.length} mutants caught, in ${run.seconds} s.`);
  if (values.only === undefined) writeReport(join(root, 'docs/reports/mutants.json'), run);
  process.exitCode = caught === chosen.length && chosen.length > 0 ? 0 : 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
