import { drawCalls } from './calls.ts';
import { startBenchServer } from './database/bench-server.ts';
import { medianOf, ratiosOf } from './measure/ratios.ts';
import { inRounds, type Turn } from './measure/rounds.ts';
import { type BenchOrder, orderOf } from './order.ts';
import { type Peer, startPeer } from './peers.ts';
import { start } from './processes.ts';
import { isRead, submissionsOf, verified } from './verified.ts';

/**
 * `pnpm bench`: the hot path measured against what a team would otherwise use, all servers up together on the same tables, answers
 * compared before a figure counts and read during the run. Small runs while working on the gateway:
 *
 *   pnpm bench --only guichet,limit --workload L --seconds 5      one workload, against the limit alone
 *   pnpm bench --only guichet,limit --workload L,D --rounds 3     fewer rounds
 *
 * `--quick` is the whole comparison on 60,000 candidacies in less than ten minutes; without it 600,000 as well. Rows are planted once and
 * kept in node_modules/.cache. What the servers print lies in node_modules/.cache/bench-words.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const order = orderOf(process.argv.slice(2), say);
if (order === null) process.exit(2);
await bench(order);

async function bench({ peers: names, workloads, rounds, seconds, rows }: BenchOrder): Promise<void> {
  const server = await startBenchServer(say);
  const running: { stop(): Promise<void> }[] = [];
  try {
    const database = await server.database({ candidates: Math.ceil(rows / 3), drafts: 48_000 }, { name: 'bench' });
    const calls = await drawCalls(database);
    const { other: generator } = await start({ file: 'generator/generator.ts' }, 'generator');
    running.push(generator);
    const peers: Peer[] = [];
    for (const name of names) peers.push(await startPeer(name, database));
    running.push(...peers.map((peer) => peer.process));
    for (const workload of workloads) {
      const share = Math.floor(calls.submissions.length / peers.length);
      const ready = isRead(workload)
        ? await verified(peers.toReversed(), workload, calls)
        : new Map(
            peers.map((peer, index) => [
              peer.name,
              submissionsOf(peer, calls.submissions.slice(index * share, (index + 1) * share)),
            ]),
          );
      const turns = await inRounds({ workload, peers, ready, generator, databasePid: server.pid, rounds, seconds });
      tell(workload, turns);
    }
  } finally {
    for (const each of running.toReversed()) await each.stop();
    await server.stop();
  }
}

function tell(workload: string, turns: ReadonlyMap<string, readonly Turn[]>): void {
  const ours = turns.get('guichet') ?? [];
  say(`\n${workload}                req/s   p50 ms   p99 ms   server ms   database ms   MB   guichet ÷ it: req/s  cpu   p99`);
  for (const [name, each] of turns) {
    const median = (of: (turn: Turn) => number, digits: number) => medianOf(each.map(of)).toFixed(digits);
    const ratios = ratiosOf(ours.length > 0 ? ours : each, each);
    const figures = [
      median(({ perSecond }) => perSecond, 0).padStart(8),
      median(({ p50 }) => p50, 1).padStart(8),
      median(({ p99 }) => p99, 1).padStart(8),
      median(({ server: own }) => own, 3).padStart(11),
      median(({ database }) => database, 3).padStart(13),
      median(({ megabytes }) => megabytes, 0).padStart(5),
      ratios.throughputRatio.toFixed(3).padStart(18),
      ratios.cpuRatio.toFixed(2).padStart(7),
      ratios.p99Ratio.toFixed(2).padStart(6),
    ];
    say(`${name.padEnd(13)}${figures.join(' ')}`);
  }
}
