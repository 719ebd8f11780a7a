import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** One process works through its share of the mutants; one that runs without end is stopped, and the next goes on behind it. */
export async function conduct({ job, jobs, order, ...how }) {
  let turn = job;
  // Mutants at work while a module loads are judged in a process each.
  const atLoad = [];
  const limits = { first: 600, atLoad: 600 };
  while (turn < order.length && performance.now() < how.until) {
    const ids = order.slice(turn).filter((_, index) => index % jobs === 0);
    const judged = await childOver(ids, { ...how, atLoad, limits });
    turn += judged * jobs;
  }
  for (const id of atLoad)
    if (performance.now() < how.until) await childOver([id], { ...how, atLoad: [], limits, switchedOn: id });
}

/** How many of these were judged before the child ended. */
async function childOver(ids, { runs, until, judge, atLoad, limits, switchedOn = '' }) {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@guichet/source',
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(here, 'without-runner.mjs'),
      join(here, 'mutants-in-turn.mjs'),
    ],
    { env: { ...process.env, ALLOCATION_RUNS: runs, MUTANT_AT_LOAD: switchedOn }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(JSON.stringify(ids));
  let started = switchedOn ? ids[0] : undefined;
  let limit = switchedOn ? limits.atLoad : limits.first;
  let since = 0;
  let endless = false;
  let sound = false;
  const watch = setInterval(() => {
    const used = processorSeconds(child.pid);
    if (performance.now() > until) child.kill('SIGKILL');
    else if (used - since > limit) {
      endless = true;
      child.kill('SIGKILL');
    }
  }, 500);
  let judged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, verdict, by, enough } = JSON.parse(line);
    since = processorSeconds(child.pid);
    if (verdict === 'ready') limits.atLoad = limit = enough;
    else if (verdict === 'started') [started, limit] = [id, enough];
    else if (verdict === 'sound') sound = true;
    else {
      if (verdict === 'at load') atLoad.push(id);
      judge(id, { verdict, by });
      started = undefined;
      judged += 1;
    }
  }
  clearInterval(watch);
  if (started !== undefined && performance.now() < until) {
    // Out of memory, or a failure outside every test, is as good as a failing test: said apart.
    judge(started, { verdict: endless ? 'endless' : 'broke off' });
    judged += 1;
  }
  const cutShort = performance.now() > until;
  const asBefore = switchedOn !== '' || started !== undefined || sound;
  if (!cutShort && (judged === 0 || !asBefore)) throw new Error('the tests do not pass without a mutant');
  return judged;
}

/** Processor time of a process and not the clock's, so that a busy machine makes no mutant endless; the clock where the system does not tell. */
function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}
