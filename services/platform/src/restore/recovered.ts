import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '@guichet/database/server/cluster';
import { launch, stopServer } from '@guichet/database/server/launch';
import { temporaryFolder } from '@guichet/database/server/temporary-folder';
import { Client } from 'pg';
import { Refused } from '../terminal/refused.ts';
import { restoreCommand } from './staged-log.ts';

export interface Recovery {
  /** Laid down, and the account's. */
  readonly cluster: Cluster;
  readonly stagedLog: string;
  /** Null for everything the log holds. */
  readonly at: Temporal.Instant | null;
}

/** A server that recovered, while only we reach it. */
export interface Recovered {
  /** The last commit that came back; null when the log held none. */
  readonly restoredTo: string | null;
  connect(database: string): Promise<Client>;
}

/**
 * Lets the server read the log up to the instant, and acts while it listens on a socket in a folder of its own: no network, and nobody
 * has its passwords, for no back-up holds them.
 */
export async function whileRecovered<Answer>(
  recovery: Recovery,
  act: (recovered: Recovered) => Promise<Answer>,
): Promise<Answer> {
  const { cluster } = recovery;
  const door = await doorFor(cluster);
  try {
    await writeFile(join(cluster.folder, 'recovery.signal'), '', { mode: 0o600 });
    const { child, port } = await launch(cluster, { settings: settingsOf(recovery, door), attempts: 1 }).catch(refuseInWords);
    try {
      const connect = async (database: string) => {
        const client = new Client({ host: door, port, user: 'postgres', database });
        await client.connect();
        return client;
      };
      return await act({ restoredTo: await lastCommit(connect), connect });
    } finally {
      await stopServer(child);
    }
  } finally {
    await rm(door, { recursive: true, force: true });
  }
}

async function doorFor({ account }: Cluster): Promise<string> {
  const door = await mkdtemp(join(temporaryFolder(account), 'guichet-restore-'));
  await writeFile(join(door, 'hba'), 'local all postgres trust\n', { mode: 0o600 });
  if (account) for (const path of [door, join(door, 'hba')]) await chown(path, account.uid, account.gid);
  return door;
}

function settingsOf({ stagedLog, at }: Recovery, door: string): string[] {
  const quiet = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', archive_mode: 'off' };
  const shut = { listen_addresses: '', unix_socket_directories: door, hba_file: join(door, 'hba'), shared_buffers: '128MB' };
  // The server knows no abbreviated zone before its catalogue is there.
  const until = at === null ? {} : { recovery_target_time: at.toString().replace('Z', '+00'), recovery_target_action: 'promote' };
  const recovering = {
    restore_command: restoreCommand(stagedLog),
    recovery_target_timeline: 'latest',
    hot_standby: 'off',
    ...until,
  };
  return Object.entries({ ...quiet, ...shut, ...recovering }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function refuseInWords(error: Error): never {
  if (error.message.includes('recovery ended before configured recovery target was reached'))
    throw new Refused('The log that was put away ends before that instant. Leave out --at for the newest there is.');
  throw error;
}

async function lastCommit(connect: Recovered['connect']): Promise<string | null> {
  const client = await connect('postgres');
  try {
    const { rows } = await client.query<{ at: string | null }>(
      `select to_char(pg_last_xact_replay_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    return rows[0]?.at ?? null;
  } finally {
    await client.end();
  }
}

/** The administrator of the restored server gets a new password, beside its folder as on a first start. */
export async function renewPassword(recovered: Recovered): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const client = await recovered.connect('postgres');
  try {
    await client.query(`set password_encryption = 'scram-sha-256'; alter role postgres password '${password}'`);
    return password;
  } finally {
    await client.end();
  }
}
