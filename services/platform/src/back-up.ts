import { join } from 'node:path';
import { administratorOf } from './back-up/administrator.ts';
import { prune } from './back-up/kept-back-ups.ts';
import { type ArchiveState, flushLog, makeBackUp } from './back-up/make-back-up.ts';
import { openDatabase } from './running/platform-database.ts';
import { readRunFile } from './running/run-file.ts';
import { type Settings, settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm backup [--keep 7]   backs up the embedded database and the files into GUICHET_BACKUP'];

/** `pnpm backup`: while the platform runs or stands still; ends with 1 when what was made cannot be relied on. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { keep: { type: 'string', default: '7' } } });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw misunderstood('--keep is a whole number from 1.', usage);
  const settings = settingsOfProcess();
  const backupFolder = folderOf(settings);
  const database = await serverOf(settings);
  try {
    await backUp({ settings, backupFolder, keep, administratorUrl: database.administratorUrl });
  } finally {
    await database.stop();
  }
});

interface Order {
  readonly settings: Settings;
  readonly backupFolder: string;
  readonly administratorUrl: string;
  readonly keep: number;
}

async function backUp({ settings, backupFolder, administratorUrl, keep }: Order): Promise<void> {
  const begun = performance.now();
  const filesFolder = join(settings.dataFolder, 'files');
  const made = await makeBackUp({ administratorUrl, database: 'guichet', backupFolder, filesFolder });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Back-up ${made.name}: ${megabytes(made.bytes)} MB of database, in ${seconds} s, into ${backupFolder}.`);
  console.log(logWords(await flushLog(administratorUrl)));
  const gone = await prune(backupFolder, keep);
  if (gone.backUps > 0)
    console.log(`Older than the newest ${keep}, removed: ${gone.backUps} back-ups, ${gone.segments} segments of the log.`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

function logWords(state: ArchiveState): string {
  return state === 'OFF'
    ? 'Warning: the platform runs without GUICHET_BACKUP, so its log is not put away: this back-up can be restored, no later instant can. Restart it with GUICHET_BACKUP set.'
    : `The log is put away up to ${state.upTo}: every instant since can be restored.`;
}

/** A foreign server has its operator and its tools; half a back-up of it would be taken for one. */
function folderOf({ databaseUrl, backupFolder }: Settings): string {
  if (databaseUrl !== null)
    throw new Refused([
      'DATABASE_URL names a server of your own: it is backed up with its own tools (pg_basebackup and its archive, pgBackRest, Barman, or your provider’s).',
      'docs/operations.md says how, and what to run after a restore.',
    ]);
  if (backupFolder === null) throw new Refused('Name the folder of back-ups in GUICHET_BACKUP, on another disk than the data.');
  return backupFolder;
}

/** The platform’s server when it runs, else started for the while. */
async function serverOf(settings: Settings): Promise<{ readonly administratorUrl: string; stop(): Promise<void> }> {
  const running = readRunFile(settings.dataFolder);
  if (running) return { administratorUrl: administratorOf(settings.dataFolder, running.ownerUrl), stop: async () => {} };
  const database = await openDatabase(settings);
  if (database.administratorUrl === null) throw new Refused('Only the embedded database is backed up by this command.');
  return { administratorUrl: database.administratorUrl, stop: () => database.stop() };
}
