import { outliveDetachedRejections } from '@guichet/gateway/http/process-guard';
import { pino } from 'pino';
import { loadedBanner } from './demonstration/banner.ts';
import { readMark } from './demonstration/mark.ts';
import { tellDemonstration } from './demonstration/tell-demonstration.ts';
import { terminalLine } from './mail-catcher/terminal-line.ts';
import { whenLauncherEnds } from './running/launchers.ts';
import { ensureReferenceLists } from './running/reference-lists.ts';
import { type PlatformParts, startPlatform } from './running/running-platform.ts';
import { settingsOfProcess } from './settings.ts';
import { runCommand } from './terminal/run-command.ts';

/** `pnpm start`: the whole platform until SIGTERM or SIGINT. */
await runCommand(async () => {
  const settings = settingsOfProcess();
  const log = pino({ level: settings.isProduction ? 'info' : 'warn' }, pino.destination({ fd: 2, sync: true }));
  outliveDetachedRejections(log);
  const asked = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => asked.resolve());
  whenLauncherEnds(() => asked.resolve());
  const platform = await startPlatform(settings, log, prepare);
  platform.catcher?.onMessage((mail) => console.log(terminalLine(mail)));
  console.log(`Guichet serves ${platform.localUrl}`);
  await asked.promise;
  await platform.stop();
});
process.exit();

async function prepare({ settings, database, secret, binding }: PlatformParts): Promise<void> {
  for (const warning of database.warnings) console.warn(`Warning: ${warning}`);
  if (settings.isProduction || settings.databaseUrl !== null) return ensureReferenceLists(binding);
  if (readMark(settings.dataFolder)?.state === 'LOADED') return tellDemonstration(binding, settings.dataFolder);
  // What makes the demonstration is not read into memory again once it is there.
  const { loadOnce } = await import('./demonstration/load-once.ts');
  const loaded = await loadOnce({ settings, ownerUrl: database.ownerUrl, secret, binding });
  console.log(loaded ? loadedBanner(loaded, settings.dataFolder) : ownCampaigns);
}

const ownCampaigns = 'The database holds campaigns already: the demonstration was not loaded.';
