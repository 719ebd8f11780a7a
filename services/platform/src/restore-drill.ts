import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drill } from './restore/drill.ts';
import { secretOfThen } from './restore/same-secret.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf } from './terminal/arguments.ts';
import { callersPath } from './terminal/callers-path.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = [
  'usage: pnpm restore:drill [--in FOLDER]   restores the newest back-up beside everything else, looks at it, and removes it',
];

/** `pnpm restore:drill`: a back-up nobody restored is a hope; ends with 1 when it cannot be relied on. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { in: { type: 'string' } } });
  const settings = settingsOfProcess();
  if (settings.backupFolder === null) throw new Refused('Name the folder of back-ups in GUICHET_BACKUP.');
  const parent = values.in === undefined ? mkdtempSync(join(tmpdir(), 'guichet-drill-')) : callersPath(values.in);
  if (values.in === undefined) chmodSync(parent, 0o755); // else a server lent by root cannot enter
  const scratch = join(parent, 'drill');
  const found = await drill({ backupFolder: settings.backupFolder, secret: secretOfThen(settings), scratch });
  const { name, restoredTo, seconds, databaseMegabytes, files, fileMegabytes, candidacies, dumpSeconds, faults } = found;
  console.log(`The back-up ${name} and the log since, up to ${restoredTo}: restored in ${seconds} s.`);
  console.log(
    `${databaseMegabytes} MB of database with ${candidacies} candidacies, ${files} files of ${fileMegabytes} MB together.`,
  );
  console.log(`Its rows as text: every tenant’s as they were, loaded in ${dumpSeconds} s.`);
  if (faults.length > 0) throw new Refused(['This back-up cannot be relied on:', ...faults]);
});
