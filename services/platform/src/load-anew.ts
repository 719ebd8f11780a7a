import { join } from 'node:path';
import { startEmbedded } from '@guichet/database/server/embedded-postgres';
import { loadedBanner } from './demonstration/banner.ts';
import { refuseDemoAccounts } from './demonstration/demo-accounts.ts';
import { loadOnce } from './demonstration/load-once.ts';
import { removeMark } from './demonstration/mark.ts';
import { setAside } from './demonstration/set-aside.ts';
import { atPlatform } from './running/command-place.ts';
import { type Settings, settingsOfProcess } from './settings.ts';
import { argumentsOf } from './terminal/arguments.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm demo:load   sets the present database aside and loads the demonstration with the coming dates'];

/** `pnpm demo:load`: the demonstration anew, once its campaign has closed; nothing is deleted. */
await runCommand(async () => {
  argumentsOf(usage, {});
  const settings = settingsOfProcess();
  refuseDemoAccounts(settings);
  const aside = await asideOn(settings);
  if (aside !== null) console.log(`The former database stands aside as ${aside} on the same server.`);
  removeMark(settings.dataFolder);
  await atPlatform(settings, async (place) => {
    const loaded = await loadOnce(place);
    if (loaded) console.log(loadedBanner(loaded, settings.dataFolder));
  });
});

/** Refused in words while the platform runs: its folder is taken. */
async function asideOn({ dataFolder }: Settings): Promise<string | null> {
  const server = await startEmbedded(join(dataFolder, 'database'));
  try {
    return await setAside(server.url);
  } finally {
    await server.stop();
  }
}
