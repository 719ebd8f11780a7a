import { migrate } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { openDatabase } from './running/platform-database.ts';
import { readRunFile } from './running/run-file.ts';
import { schemaDifferences } from './running/schema-differences.ts';
import { secretOf, settingsOfProcess } from './settings.ts';
import { argumentsOf } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = [
  'usage: pnpm db:migrate   brings the database to the newest migration',
  '       pnpm db:check     tells where tables and database differ',
];

/** `pnpm db:migrate` and `pnpm db:check`. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { check: { type: 'boolean' } } });
  const settings = settingsOfProcess();
  const running = settings.databaseUrl === null ? readRunFile(settings.dataFolder) : null;
  const database = running ? { ownerUrl: running.ownerUrl, stop: async () => {} } : await openDatabase(settings);
  try {
    if (values.check) await check(database.ownerUrl);
    else await bring(database.ownerUrl, secretOf(settings));
  } finally {
    await database.stop();
  }
});

async function bring(ownerUrl: string, secret: string): Promise<void> {
  const waiting = await pendingIn(ownerUrl);
  await migrate(ownerUrl, secret);
  console.log(waiting.length === 0 ? 'The database is at the newest migration.' : `Migrated: ${waiting.join(', ')}.`);
}

async function check(ownerUrl: string): Promise<void> {
  const waiting = await pendingIn(ownerUrl);
  if (waiting.length > 0) throw new Refused(`Not yet migrated: ${waiting.join(', ')}. Run "pnpm db:migrate".`);
  const orm = await createOrm({ url: ownerUrl, connections: 1, applicationName: 'guichet-check', isOwner: true });
  try {
    const differences = await schemaDifferences(orm);
    if (differences.length > 0) throw new Refused(['The database differs from the tables of the code:', ...differences]);
    console.log('The database is as the tables say.');
  } finally {
    await orm.close();
  }
}

async function pendingIn(url: string): Promise<readonly string[]> {
  const orm = await createOrm({ url, connections: 1, applicationName: 'guichet-migrate', isOwner: true });
  try {
    return (await orm.migrator.getPending()).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}
