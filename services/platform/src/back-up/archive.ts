import { chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor, canReach } from '@guichet/database/server/unprivileged-account';
import { Client } from 'pg';
import { Refused } from '../terminal/refused.ts';
import { forceToDisk, writeWhole } from './copied-file.ts';

/** At most this long after a commit its log leaves for the archive; the other half minute is for the copying. */
export const archiveSettings = { archive_mode: 'on', archive_timeout: '30s' } as const;

/** Where the log of a back-up folder lies. */
export const archiveIn = (backupFolder: string): string => join(backupFolder, 'log');

/** Lets a running server of our own put away its write-ahead log in the back-up folder, segment by segment. */
export async function archiveTo(backupFolder: string, administratorUrl: string): Promise<void> {
  refuseUnspeakable(backupFolder);
  const client = new Client({ connectionString: administratorUrl, application_name: 'guichet-archive' });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; folder: string }>(
      `select system_identifier::text as id, current_setting('data_directory') as folder from pg_control_system()`,
    );
    const { id = '', folder = '' } = rows[0] ?? {};
    await claim(backupFolder, id);
    await openArchive(archiveIn(backupFolder), folder);
    await client.query(`alter system set archive_command = ${client.escapeLiteral(archiveCommand(archiveIn(backupFolder)))}`);
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end();
  }
}

/**
 * Crash-safe: written aside, forced to disk, moved in whole. Asked again after a crash it finds the segment there, compares, and only
 * forces it to disk once more; another content under the same name is never written over, the server keeps its segment and complains.
 */
export function archiveCommand(archive: string): string {
  const folder = archive.replaceAll('%', '%%');
  const [target, part] = [`'${folder}/%f.gz'`, `'${folder}/.%f.part'`];
  const forced = `sync ${target} '${folder}'`;
  return `if [ -e ${target} ]; then gzip -dc ${target} | cmp -s - %p && ${forced}; else gzip -1 -n -c %p > ${part} && sync ${part} && mv ${part} ${target} && ${forced}; fi`;
}

const ownerFile = (backupFolder: string) => join(backupFolder, 'database');

/** Two databases in one folder would each keep the other from archiving; a database made anew must not begin over what saves the old one. */
async function claim(backupFolder: string, id: string): Promise<void> {
  await mkdir(backupFolder, { recursive: true, mode: 0o711 });
  const found = await ownerOf(backupFolder);
  if (found === null) {
    await writeWhole(ownerFile(backupFolder), `${id}\n`);
    return forceToDisk(backupFolder);
  }
  if (found !== id)
    throw new Refused([
      `GUICHET_BACKUP names ${backupFolder}, which holds the back-ups of another database.`,
      'Bring that one back with "pnpm restore", or name another folder.',
    ]);
}

/** The database whose back-ups a folder holds; null for a folder without any. */
async function ownerOf(backupFolder: string): Promise<string | null> {
  const text = await readFile(ownerFile(backupFolder), 'utf8').catch(() => null);
  return text?.trim() ?? null;
}

/** The server writes there itself, under its own account. */
async function openArchive(archive: string, dataDirectory: string): Promise<void> {
  await mkdir(archive, { recursive: true, mode: 0o700 });
  const account = accountFor(dataDirectory);
  if (!account) return;
  await chown(archive, account.uid, account.gid);
  if (!canReach(archive, account))
    throw new Refused(
      `The account with uid ${account.uid}, which serves the database, cannot enter ${archive}: name another folder in GUICHET_BACKUP.`,
    );
}

/** The path is written into a command of the shell. */
function refuseUnspeakable(backupFolder: string): void {
  if (process.platform === 'win32')
    throw new Refused('On Windows the embedded database is not backed up: use a server of your own.');
  if (/['\n\\]/.test(backupFolder))
    throw new Refused('GUICHET_BACKUP may hold neither a quotation mark, nor a backslash, nor a line break.');
}
