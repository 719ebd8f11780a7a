import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { isAlive } from '../../platform/started-platform.ts';

/** A PostgreSQL of its own, as production runs it: whatever is acknowledged was forced to disk first. */
export interface DurableServer {
  readonly port: number;
  /** The administrator's address while it runs; another port after a restart. */
  readonly administratorUrl: string;
  isAlive(): boolean;
  /** Ends it as a power failure would (`pg_ctl stop -m immediate`): nothing is written any more. */
  stopAtOnce(): Promise<void>;
  /** Starts it again on the same rows, after it was stopped or died by itself. */
  startAgain(): Promise<void>;
  remove(): Promise<void>;
}

/** On a small disk the log must not take all the room. */
const littleLog = { max_wal_size: '48MB', min_wal_size: '48MB' };

/** After a crash everything is forced to disk before it goes on: in one call, not file by file. */
const syncedAtOnce = { recovery_init_sync_method: 'syncfs' };

/** `place` names a folder to use, such as a small disk; a temporary one otherwise. */
export async function startDurable(place?: string): Promise<DurableServer> {
  const folder = place ?? mkdtempSync(join(tmpdir(), 'guichet-faults-'));
  chmodSync(folder, 0o755); // a server lent by root must enter
  const settings = { max_connections: '200', ...syncedAtOnce, ...(place === undefined ? {} : littleLog) };
  const start = () => startEmbedded(join(folder, 'database'), { settings });
  let server: EmbeddedServer = await start();
  return {
    get port() {
      return server.port;
    },
    get administratorUrl() {
      return server.url;
    },
    isAlive: () => isAlive(server.pid),
    async stopAtOnce() {
      process.kill(server.pid, 'SIGQUIT');
      while (isAlive(server.pid)) await pause(5);
      await server.stop(); // gives the folder back
    },
    async startAgain() {
      await server.stop();
      server = await start();
    },
    async remove() {
      await server.stop();
      if (place === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
