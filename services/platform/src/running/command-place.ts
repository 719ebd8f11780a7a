import { bindingKeys, loginUrl, migrate } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { type Settings, secretOf } from '../settings.ts';
import { openDatabase } from './platform-database.ts';
import { readRunFile } from './run-file.ts';

/** Where a command of the terminal works. */
export interface CommandPlace {
  readonly settings: Settings;
  readonly ownerUrl: string;
  readonly secret: string;
  readonly binding: Binding;
  /** The public origin of the running platform, or the one it will have. */
  readonly url: string;
  readonly isRunning: boolean;
}

/** Works on the database of the platform that runs on the data folder, on that of DATABASE_URL, or on the embedded one, started for the while. */
export async function atPlatform(settings: Settings, act: (place: CommandPlace) => Promise<void>): Promise<void> {
  const running = readRunFile(settings.dataFolder);
  const database =
    running && settings.databaseUrl === null
      ? { ownerUrl: running.ownerUrl, stop: async () => {} }
      : await openDatabase(settings);
  try {
    const secret = secretOf(settings);
    if (!running) await migrate(database.ownerUrl, secret);
    const orm = await createOrm({
      url: loginUrl(database.ownerUrl, 'app_login', secret),
      connections: 2,
      applicationName: 'guichet-command',
    });
    try {
      const binding = { orm, ...bindingKeys(secret) };
      const url = process.env['GUICHET_URL'] ? settings.url : (running?.url ?? settings.url);
      await act({ settings, ownerUrl: database.ownerUrl, secret, binding, url, isRunning: running !== null });
    } finally {
      await orm.close();
    }
  } finally {
    await database.stop();
  }
}
