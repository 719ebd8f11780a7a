import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environmentOf, executable, reachableBinaries } from './binaries.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type Account, canReach } from './unprivileged-account.ts';

/** What is needed to run PostgreSQL on one data folder. */
export interface Cluster {
  readonly folder: string;
  readonly native: string;
  readonly account: Account | undefined;
}

/** The data stays where asked if the account can enter there, else it goes to the temporary folder, under a name from that place. */
function placeOf(asked: string, account: Account | undefined): string {
  if (!account) return asked;
  const elsewhere = hiddenPlace(asked, account);
  if (isCluster(elsewhere)) return refuseForeign(elsewhere);
  if (canReach(dirname(asked), account)) return asked;
  if (isCluster(asked))
    throw new Error(`The database in ${asked} cannot be reached by the account with uid ${account.uid} that must serve it.`);
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o711 });
  return refuseForeign(elsewhere);
}

/** Makes the database files on the first start. Drawn up aside and moved in whole: a start that dies half-way leaves no half. */
export function makeCluster({ folder, native, account }: Cluster, durable: boolean): void {
  if (isCluster(folder)) return;
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty and holds no database.`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile(folder), `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile(folder)]) chownSync(path, account.uid, account.gid);
  initialise({ folder: draft, native, account }, passwordFile(folder), durable ? ownLocale : [...ownLocale, '--no-sync']);
  renameSync(draft, folder);
}

/** The administrator's password lies beside the data, for the account alone. */
export function passwordFile(folder: string): string {
  return `${folder}.password`;
}

export function clusterIn(asked: string, packaged: string, account: Account | undefined): Cluster {
  return { folder: placeOf(asked, account), native: reachableBinaries(packaged, account), account };
}

/** Sorts by code point, whatever the machine's language: what people see names its collation. */
const ownLocale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** Runs `initdb` on an empty folder that belongs to the account. */
export function initialise({ folder, native, account }: Cluster, password: string, choices: readonly string[]): void {
  const access = ['--encoding=UTF8', '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256'];
  const made = spawnSync(
    executable(native, 'initdb'),
    ['-D', folder, ...choices, ...access, '--data-checksums', '--no-instructions'],
    {
      ...account,
      env: environmentOf(native),
      cwd: '/',
      encoding: 'utf8',
    },
  );
  if (made.status !== 0)
    throw new Error(`The database files could not be made in ${folder}: ${made.stderr || made.error?.message}`);
}

function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

function hiddenPlace(asked: string, account: Account | undefined): string {
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 16);
  return join(temporaryFolder(account), `guichet-data-${name}`, 'postgres');
}

/** The name can be guessed: whoever made that folder before us could read or swap what we keep in it. */
function refuseForeign(place: string): string {
  const found = lstatSync(dirname(place));
  if (found.isDirectory() && found.uid === process.getuid?.()) return place;
  throw new Error(`${dirname(place)} was made by another account of this machine; remove it.`);
}
