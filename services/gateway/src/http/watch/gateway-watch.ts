import type { Pool } from 'pg';
import type { AnsweredOperation } from '../context.ts';

/** How a request ended: no word of anybody's. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route it took, as registered; null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly seconds: number;
  /** As in our log; null where nobody got so far as to ask. */
  readonly traceId: string | null;
  /** Null for what is no operation. */
  readonly operation: AnsweredOperation | null;
}

/** The instruments of whoever runs the gateway. Without them nothing listens and nothing is counted. */
export interface GatewayWatch {
  /** A pool of connections, before its first connection is made. */
  pool(name: 'rows' | 'accounts' | 'replica', pool: Pool): void;
  /** A reading wanted from the copy; false when it was behind or away, and the primary was read. */
  replicaAsked(isCaughtUp: boolean): void;
  /** Runs what answers a request, so that all it awaits is known as that request's; answers whom to tell how it ended. */
  request(run: () => void): (answered: AnsweredRequest) => void;
}
