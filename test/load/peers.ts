import { type BenchDatabase, benchSecret } from './database/bench-server.ts';
import { guichetFlags, type Other, start } from './processes.ts';
import { guichet } from './spellings/guichet.ts';
import { bare, limit } from './spellings/plain.ts';
import { postgraphile } from './spellings/postgraphile.ts';
import type { Spelling } from './spellings/spelling.ts';

export const peerNames = ['guichet', 'limit', 'leanest', 'postgraphile', 'mercurius', 'naive'] as const;
export type PeerName = (typeof peerNames)[number];

/** A server up and waiting. */
export interface Peer {
  readonly name: string;
  readonly port: number;
  readonly process: Other;
  readonly spelling: Spelling;
}

/** Which server on which rows, under which name where it is not its own. */
export interface PeerChoice {
  readonly peer: PeerName;
  readonly database: BenchDatabase;
  readonly name?: string;
  /** What the leanest GraphQL leaves away: the policies, or the scope as well. */
  readonly walls?: 'SCOPE_ALONE' | 'NONE';
}

const spellings: Readonly<Record<PeerName, Spelling>> = {
  guichet,
  limit,
  leanest: bare,
  postgraphile,
  mercurius: bare,
  naive: bare,
};

/** The public address of the bench; nothing listens there, and everything but a request's origin comes over loopback. */
export const benchUrl = 'https://bench.example';

/** Starts one peer in a process of its own. */
export async function startPeer({ peer, database, name = peer, walls }: PeerChoice): Promise<Peer> {
  const env = {
    BENCH_OWNER: database.ownerUrl,
    BENCH_PEER: database.peerUrl,
    BENCH_SECRET: benchSecret,
    BENCH_URL: benchUrl,
    GUICHET_BUDGET: '999999999',
    GRAPHILE_ENV: 'production',
    ...(walls ? { BENCH_WALLS: walls } : {}),
  };
  const file = peer === 'naive' ? 'peers/naive/naive.ts' : `peers/${peer}.ts`;
  const { other, port } = await start({ file, env, flags: peer === 'guichet' ? guichetFlags : [] }, name);
  return { name, port, process: other, spelling: spellings[peer] };
}
