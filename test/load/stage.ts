import { type Calls, drawCalls } from './calls.ts';
import { type BenchDatabase, type BenchServer, startBenchServer } from './database/bench-server.ts';
import { inRounds, type Turn } from './measure/rounds.ts';
import type { BenchOrder, WorkloadName } from './order.ts';
import { type Peer, type PeerChoice, startPeer } from './peers.ts';
import { type Other, start } from './processes.ts';
import { isRead, submissionsOf, verified } from './verified.ts';

/** Where a run of the bench takes place. */
export interface Stage {
  readonly order: BenchOrder;
  readonly server: BenchServer;
  readonly generator: Other;
  readonly say: (line: string) => void;
}

/** A server with its rows, ended with whatever was done on it. */
export async function onStage(
  order: BenchOrder,
  say: (line: string) => void,
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  const server = await startBenchServer(order.folder, say);
  try {
    const { other: generator } = await start({ file: 'generator/generator.ts' }, 'generator');
    try {
      await act({ order, server, generator, say });
    } finally {
      await generator.stop();
    }
  } finally {
    await server.stop();
  }
}

/** Rows of one size, with whoever asks for them. */
export interface Place {
  readonly database: BenchDatabase;
  readonly calls: Calls;
}

const drafts = 48_000;

export async function placeOf(
  { server }: Stage,
  { rows, name, withoutPolicies = false }: { readonly rows: number; readonly name: string; readonly withoutPolicies?: boolean },
): Promise<Place> {
  const database = await server.database({ candidates: Math.ceil(rows / 3), drafts }, { name, withoutPolicies });
  return { database, calls: await drawCalls(database) };
}

/** Peers up for a while, ended afterwards; each on its own place. */
export async function withPeers<T>(choices: readonly PeerChoice[], act: (peers: readonly Peer[]) => Promise<T>): Promise<T> {
  const peers: Peer[] = [];
  try {
    for (const choice of choices) peers.push(await startPeer(choice));
    return await act(peers);
  } finally {
    for (const { process } of peers.toReversed()) await process.stop();
  }
}

export interface Measuring {
  readonly workload: WorkloadName;
  readonly peers: readonly Peer[];
  /** Of peers on the same rows; the last one's answers are those the others are compared with. */
  readonly calls: Calls;
  readonly rounds: number;
  readonly seconds: number;
}

/** One workload, answers compared before anything is measured. */
export async function measured(
  stage: Stage,
  { workload, peers, calls, rounds, seconds }: Measuring,
): Promise<ReadonlyMap<string, readonly Turn[]>> {
  // The last drafts are kept back for single requests.
  const share = Math.floor((calls.submissions.length - 20) / peers.length);
  const own = (index: number) => calls.submissions.slice(index * share, (index + 1) * share);
  const limitFirst = peers.toSorted((a, b) => Number(b.name === 'limit') - Number(a.name === 'limit'));
  const ready = isRead(workload)
    ? await verified(limitFirst, workload, calls)
    : new Map(peers.map((peer, index) => [peer.name, submissionsOf(peer, own(index))]));
  const { generator, server, say } = stage;
  return inRounds({ workload, peers, ready, generator, databasePid: server.pid, rounds, seconds, say });
}
