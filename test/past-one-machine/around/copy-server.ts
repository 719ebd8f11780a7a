import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passwordFile } from '@guichet/database/server/cluster';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '@guichet/database/server/embedded-postgres';
import { accountFor } from '@guichet/database/server/unprivileged-account';
import { copyBase } from '@guichet/platform/back-up/base-copy';
import { handOver } from '@guichet/platform/restore/hand-over';

/** A streaming copy of a running server, made of a base copy; it follows until it is stopped. */
export async function startCopy(
  primary: EmbeddedServer,
  folder: string,
  { durable = true }: Pick<EmbeddedOptions, 'durable'> = {},
): Promise<EmbeddedServer> {
  const place = join(folder, 'copy');
  await copyBase({ administratorUrl: primary.url, to: place, slot: 'copy' });
  writeFileSync(join(place, 'standby.signal'), '');
  await handOver(place, accountFor(primary.folder));
  copyFileSync(passwordFile(primary.folder), passwordFile(place));
  const settings = { max_connections: '200', primary_conninfo: primary.url, primary_slot_name: 'copy' };
  return startEmbedded(place, { durable, settings });
}
