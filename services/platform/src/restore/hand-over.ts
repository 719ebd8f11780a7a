import { chown, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '@guichet/database/server/unprivileged-account';

/** Files written by root are of no use to the account that serves them: PostgreSQL refuses a folder that is another's. */
export async function handOver(folder: string, account: Account | undefined): Promise<void> {
  if (!account) return;
  await chown(folder, account.uid, account.gid);
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await handOver(path, account);
    else await chown(path, account.uid, account.gid);
  }
}
