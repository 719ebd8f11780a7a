import { type BenchDatabase, benchSecret } from './database/bench-server.ts';
import { type Other, start } from './processes.ts';
import { guichet } from './spellings/guichet.ts';
import { limit } from './spellings/plain.ts';
import type { Spelling } from './spellings/spelling.ts';

export const peerNames = ['guichet', 'limit'] as const;
export type PeerName = (typeof peerNames)[number];

/** A server up and waiting. */
export interface Peer {
  readonly name: string;
  readonly port: number;
  readonly process: Other;
  readonly spelling: Spelling;
}

const spellings: Readonly<Record<PeerName, Spelling>> = { guichet, limit };

/** The public address of the bench; nothing listens there, and everything but a request's origin comes over loopback. */
export const benchUrl = 'https://bench.example';

/** Starts one peer on a database, in a process of its own. */
export async function startPeer(name: PeerName, { ownerUrl, peerUrl }: BenchDatabase, as: string = name): Promise<Peer> {
  const env = {
    BENCH_OWNER: name === 'guichet' || name === ('leanest' as PeerName) ? ownerUrl : '',
    BENCH_PEER: name === 'guichet' ? '' : peerUrl,
    BENCH_SECRET: benchSecret,
    BENCH_URL: benchUrl,
    GUICHET_BUDGET: '999999999',
  };
  const { other, port } = await start({ file: `peers/${name}.ts`, env }, as);
  return { name: as, port, process: other, spelling: spellings[name] };
}
