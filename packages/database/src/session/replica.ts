import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { publicHat } from './hat.ts';
import { createOrm, type OrmOptions } from './orm.ts';
import { type Binding, beginWork } from './work.ts';

/** A place in the stream of the primary's changes, as the server writes it. */
export type StreamPosition = string;

/** A streaming copy of the primary: it may be behind, so it is read only once it has caught up with whoever asks. */
export interface Replica {
  /** The copy once it holds everything up to this place; null when that takes longer than it is waited for, or when it is gone. */
  upTo(position: StreamPosition, patienceMs: number): Promise<Binding | null>;
  close(): Promise<void>;
}

export interface ReplicaOptions extends Pick<OrmOptions, 'url' | 'connections' | 'applicationName' | 'onPool'> {
  readonly keys: Omit<Binding, 'orm'>;
  /** Told of every reading, whether the copy was up to it. */
  readonly onAsked?: ((isCaughtUp: boolean) => void) | undefined;
}

/** What is acknowledged is flushed, and production refuses a server where it is not: whatever anybody has seen lies before this place. */
export async function positionNow(db: Kysely<unknown>): Promise<StreamPosition> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_flush_lsn()::text as at`.execute(db);
  return (rows[0] as { at: string }).at;
}

/** One that did not answer is left alone for so long: nobody waits for it again and again. */
const goneForMs = 10_000;

/** Connects to nothing before the first reading, so that a copy that is away stops nobody from starting. */
export async function createReplica({ keys, onAsked, ...connection }: ReplicaOptions): Promise<Replica> {
  const copy: Binding = { orm: await createOrm(connection), ...keys };
  let goneUntil = -Infinity;
  const isCaughtUp = async (position: StreamPosition, patienceMs: number) => {
    if (performance.now() < goneUntil) return false;
    return holds(copy, position, patienceMs).catch(() => {
      goneUntil = performance.now() + goneForMs;
      return false;
    });
  };
  return {
    upTo: async (position, patienceMs) => {
      const isUp = await isCaughtUp(position, patienceMs);
      onAsked?.(isUp);
      return isUp ? copy : null;
    },
    close: () => copy.orm.close(),
  };
}

/** A server that follows nobody (any more) is no copy: what it holds may be another history. */
async function holds(copy: Binding, position: StreamPosition, patienceMs: number): Promise<boolean> {
  const work = await beginWork(copy, publicHat, { readOnly: true });
  try {
    for (const until = performance.now() + patienceMs; ; await pause(10)) {
      const { rows } = await sql<{ holds: boolean | null }>`
        select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${position}::pg_lsn as holds`.execute(work.db);
      if (rows[0]?.holds === true) return true;
      if (performance.now() >= until) return false;
    }
  } finally {
    await work.rollback();
  }
}
