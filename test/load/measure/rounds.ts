import type { Volley } from '../generator/volley.ts';
import type { WorkloadName } from '../order.ts';
import type { Peer } from '../peers.ts';
import type { Other } from '../processes.ts';
import type { Ready } from '../verified.ts';
import { megabytesOf, processorOf, processorOfFamily } from './processor.ts';

/** What one peer did in its turn of one round; processor time in milliseconds a request. */
export interface Turn extends Volley {
  readonly server: number;
  readonly database: number;
  readonly megabytes: number;
}

export interface RoundsOrder {
  readonly workload: WorkloadName;
  readonly peers: readonly Peer[];
  readonly ready: ReadonlyMap<string, readonly Ready[]>;
  readonly generator: Other;
  readonly databasePid: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

const connections = 32;
// Until what is compiled while it runs is compiled, for every server alike; what can be sent once only is not spent on it.
const warmSeconds = { L: 8, D: 5, S: 1.5 } as const;

/** Everybody in turn, A B C and then C B A, so that what the machine does meanwhile falls on all alike; each peer's turns in their order. Whoever answers wrongly is told and left out. */
export async function inRounds(order: RoundsOrder): Promise<ReadonlyMap<string, readonly Turn[]>> {
  const { workload, peers, ready, generator, rounds, seconds } = order;
  const load = (name: string) => `${workload} ${name}`;
  for (const { name } of peers) await generator.ask({ load: load(name), shots: ready.get(name) ?? [] });
  const turns = new Map<string, Turn[]>(peers.map(({ name }) => [name, []]));
  const warm = { place: 0, seconds: warmSeconds[workload], isWarming: true };
  for (const peer of peers) await oneTurn(order, peer, { load: load(peer.name), ...warm });
  for (let round = 1; round <= rounds; round += 1) {
    for (const peer of round % 2 === 1 ? peers : peers.toReversed()) {
      if (!turns.has(peer.name)) continue;
      const turn = await oneTurn(order, peer, { load: load(peer.name), place: round, seconds });
      if (typeof turn !== 'string') turns.get(peer.name)?.push(turn);
      // A wrong answer is no answer: whoever gave one has no figure at all.
      else if (turns.delete(peer.name)) order.say(turn);
    }
  }
  return turns;
}

interface Place {
  readonly load: string;
  readonly place: number;
  readonly seconds: number;
  /** Nothing of it counts: a cold server may send some away. */
  readonly isWarming?: boolean;
}

async function oneTurn(
  order: RoundsOrder,
  peer: Peer,
  { load, place, seconds, isWarming = false }: Place,
): Promise<Turn | string> {
  const { workload, ready, generator, databasePid, rounds } = order;
  const shots = ready.get(peer.name)?.length ?? 0;
  // What is sent once is shared out among the turns.
  const share = Math.floor(shots / (rounds + 1));
  const isOnce = workload === 'S';
  const [from, to] = isOnce ? [place * share, (place + 1) * share] : [0, shots];
  const before = { server: processorOf(peer.process.pid), database: processorOfFamily(databasePid) };
  const fired = await generator.ask<Volley & { failed?: string }>({
    fire: load,
    from,
    to,
    volley: { port: peer.port, connections: isWarming && isOnce ? 4 : connections, seconds, isOnce },
  });
  if (fired.failed !== undefined) return `${peer.name} in ${workload}: ${fired.failed}`;
  if (fired.bad > 0 && !isWarming)
    return `${peer.name} in ${workload}: ${fired.bad} of ${fired.answered} answers are wrong, first ${fired.firstBad}`;
  return {
    ...fired,
    server: (processorOf(peer.process.pid) - before.server) / fired.answered,
    database: (processorOfFamily(databasePid) - before.database) / fired.answered,
    megabytes: megabytesOf(peer.process.pid),
  };
}
