import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { freePort } from '../platform/started-platform.ts';
import { prepareDatabases } from '../world/server.ts';
import type { Beside } from './around/beside.ts';
import { startCopy } from './around/copy-server.ts';
import { startPooler } from './around/pooler.ts';

/** What stands around two machines: a server as production runs it, its streaming copy, and a pooler before it. */
export interface Site {
  readonly folder: string;
  readonly primary: EmbeddedServer;
  readonly copy: EmbeddedServer;
  readonly pooler: Beside;
  readonly ownerUrl: string;
  readonly haproxy: string;
  readonly pgbouncer: string;
  /** Whether the pooler's build carries named statements: from 1.21 on. */
  readonly statements: 'named' | 'unnamed';
  remove(): Promise<void>;
}

/** Connections of the pooler to the server, for each login: fewer than the clients of two machines together. */
const poolSize = 12;

/** All on loopback. Worlds made afterwards lie on its server, and reach the copy by its stream. */
export async function aSite(programs: {
  haproxy: string;
  pgbouncer: string;
  versions: Readonly<Record<string, string>>;
}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-machines-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'data'), { mode: 0o755 });
  const primary = await startEmbedded(join(folder, 'primary'), { settings: { max_connections: '200' } });
  const ownerUrl = await prepareOwner(primary.url);
  await prepareDatabases(primary.url, ownerUrl);
  process.env['GUICHET_TEST_ADMINISTRATOR'] = primary.url;
  process.env['GUICHET_TEST_OWNER'] = ownerUrl;
  const copy = await startCopy(primary, folder);
  const { haproxy, pgbouncer, versions } = programs;
  const pooler = await startPooler({ pgbouncer, folder, port: await freePort(), server: primary, size: poolSize });
  return {
    folder,
    primary,
    copy,
    pooler,
    ownerUrl,
    haproxy,
    pgbouncer,
    statements: carriesNames(versions['pgbouncer'] ?? '') ? 'named' : 'unnamed',
    remove: async () => {
      await pooler.stop();
      await copy.stop();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function carriesNames(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || minor >= 21;
}
