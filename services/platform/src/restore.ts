import { Client } from 'pg';
import { fence } from './restore/fence.ts';
import { restoreBase } from './restore/restore-base.ts';
import { restoreDump } from './restore/restore-dump.ts';
import { secretOfThen } from './restore/same-secret.ts';
import { forgetHow, type Restoration, restorationWords, writeRestoration } from './restore/told.ts';
import { readRunFile } from './running/run-file.ts';
import { type Settings, settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = [
  'usage: pnpm restore                          the newest of GUICHET_BACKUP into GUICHET_DATA, which holds no database',
  '       pnpm restore --at 2026-11-26T03:00Z   as it was at an instant since the oldest back-up',
  '       pnpm restore --dump                   from the rows of the newest back-up, where its copy does not start',
  '       pnpm restore --dump --into ADDRESS    the same into a provisioned, migrated, empty server, by its administrator’s address',
  '       pnpm restore --after                  what must be done once a server of your own was restored by its operator',
];
const options = {
  at: { type: 'string' },
  dump: { type: 'boolean', default: false },
  into: { type: 'string' },
  after: { type: 'boolean', default: false },
} as const;

/** `pnpm restore`: ends with 1 unless everything came back. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options });
  const settings = settingsOfProcess();
  const begun = performance.now();
  const restoration = values.after ? await after(settings) : await restore(settings, values);
  if (restoration === null) return;
  if (values.into === undefined) writeRestoration(settings.dataFolder, restoration);
  for (const line of restorationWords(restoration)) console.log(line);
  if (values.into === undefined) console.log(forgetHow(settings.dataFolder));
  console.log(`Restored in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
});

interface Asked {
  readonly at?: string | undefined;
  readonly dump: boolean;
  readonly into?: string | undefined;
}

async function restore(settings: Settings, { at, dump, into }: Asked): Promise<Restoration> {
  const { backupFolder, dataFolder, databaseUrl } = settings;
  if (databaseUrl !== null && into === undefined)
    throw new Refused([
      'DATABASE_URL names a server of your own: its operator restores it with its own tools; then run "pnpm restore --after".',
      'docs/operations.md says how.',
    ]);
  if (backupFolder === null) throw new Refused('Name the folder of back-ups in GUICHET_BACKUP.');
  if (readRunFile(dataFolder) !== null) throw new Refused(`A platform runs on ${dataFolder}: stop it first.`);
  const secret = secretOfThen(settings);
  if (dump) return restoreDump({ backupFolder, dataFolder, secret, into: into ?? null });
  if (into !== undefined) throw misunderstood('--into goes with --dump.', usage);
  return restoreBase({ backupFolder, dataFolder, secret, at: at === undefined ? null : instantOf(at), database: 'guichet' });
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw misunderstood(`--at is an instant with its zone, such as 2026-11-26T03:00:00Z, not ${text}.`, usage);
  }
}

/** The rows of a foreign server came back by its operator’s tools; what they cannot vouch for is ours to take away. */
async function after({ databaseUrl }: Settings): Promise<Restoration | null> {
  if (databaseUrl === null)
    throw new Refused('--after is for a server of your own, named by DATABASE_URL; "pnpm restore" does it by itself.');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const fenced = await fence(client);
    const { rows } = await client.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
    );
    const at = rows[0]?.at ?? '';
    return { at, restoredTo: 'an instant that the server’s operator knows', from: 'the operator’s back-up', fenced };
  } finally {
    await client.end();
  }
}
