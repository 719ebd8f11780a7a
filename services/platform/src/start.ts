import { outliveDetachedRejections } from '@guichet/gateway/http/process-guard';
import { readMark } from './demonstration/mark.ts';
import { terminalLine } from './mail-catcher/terminal-line.ts';
import { tellRestoration } from './restore/told.ts';
import { whenLauncherEnds } from './running/launchers.ts';
import { openDatabase } from './running/platform-database.ts';
import type { PlatformParts } from './running/running-platform.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf } from './terminal/arguments.ts';
import { processLog } from './terminal/process-log.ts';
import { runCommand } from './terminal/run-command.ts';
import { whereToBegin } from './terminal/where-to-begin.ts';

const usage = [
  'usage: pnpm start   serves until Ctrl+C; PORT, GUICHET_DATA and the other settings come from the environment (README.md)',
];
const ownCampaigns = 'The database holds campaigns already: the demonstration was not loaded.';

/** `pnpm start`: the whole platform until SIGTERM or SIGINT. */
await runCommand(async () => {
  argumentsOf(usage, {});
  const settings = settingsOfProcess();
  const log = processLog(settings.isProduction ? 'info' : 'warn');
  outliveDetachedRejections(log);
  const asked = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => asked.resolve());
  whenLauncherEnds(() => asked.resolve());
  const opening = openDatabase(settings);
  opening.catch(() => {}); // told by who waits for it
  // PostgreSQL starts while all the rest is read into memory, which takes longer.
  const { startPlatform } = await import('./running/running-platform.ts');
  tellRestoration(settings.dataFolder, log);
  const platform = await startPlatform({ settings, log, opening, prepare });
  try {
    console.log(`Guichet serves ${platform.localUrl}`);
    if (!settings.isProduction) console.log(whereToBegin(platform.localUrl, settings.smtpUrl === null));
    await platform.work((mail) => console.log(terminalLine(mail)));
    await asked.promise;
  } finally {
    await platform.stop();
  }
});
process.exit();

async function prepare({ settings, database, secret, binding }: PlatformParts): Promise<void> {
  for (const warning of database.warnings) console.warn(`Warning: ${warning}`);
  if (settings.isProduction || settings.databaseUrl !== null) {
    const { ensureReferenceLists } = await import('./running/reference-lists.ts');
    return ensureReferenceLists(binding);
  }
  if (readMark(settings.dataFolder)?.state === 'LOADED') {
    const { completeFactors, completeKeys } = await import('./demonstration/known-accounts.ts');
    await completeFactors({ ownerUrl: database.ownerUrl, secret }, settings.dataFolder);
    await completeKeys({ settings, ownerUrl: database.ownerUrl, secret, binding });
    const { demonstrationWords } = await import('./demonstration/tell-demonstration.ts');
    return console.log(await demonstrationWords(binding, settings.dataFolder));
  }
  // What makes the demonstration is not read into memory again once it is there.
  const { loadOnce } = await import('./demonstration/load-once.ts');
  const { loadedBanner } = await import('./demonstration/banner.ts');
  const loaded = await loadOnce({ settings, ownerUrl: database.ownerUrl, secret, binding });
  console.log(loaded ? loadedBanner(loaded, settings.dataFolder) : ownCampaigns);
}
