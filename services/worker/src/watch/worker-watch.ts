import type { Pool } from 'pg';
import type { Job } from '../clock/every.ts';

/** The instruments of whoever runs the worker. Without them nothing is counted. */
export interface WorkerWatch {
  /** A pool of connections, before its first connection is made. */
  pool(name: 'rows' | 'accounts' | 'replica', pool: Pool): void;
  /** The same job, each of its looks seen. */
  job(job: Job): Job;
  /** A reading wanted from the copy; false when it was behind or away, and the primary was read. */
  replicaAsked(isCaughtUp: boolean): void;
}
