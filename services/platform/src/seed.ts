import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from './demonstration/demo-accounts.ts';
import { atPlatform, type CommandPlace } from './running/command-place.ts';
import { ensureReferenceLists } from './running/reference-lists.ts';
import { campaignFacts } from './seed/campaign-facts.ts';
import { loadDossiers } from './seed/load-dossiers.ts';
import { openSyntheticCampaign, type SeedOrder } from './seed/open-synthetic-campaign.ts';
import { settingsOfProcess } from './settings.ts';
import { syntheticFacts } from './synthetic/synthetic-dossier.ts';
import { syntheticDossiers } from './synthetic/synthetic-dossiers.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { progressBar } from './terminal/progress-bar.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm seed [--candidates 20000] [--schools 12] [--seed 7]'];
const options = {
  candidates: { type: 'string', default: '20000' },
  schools: { type: 'string', default: '12' },
  seed: { type: 'string', default: '7' },
} as const;
const most = { candidates: 1_000_000, schools: 200, seed: 999_999 } as const;

/** `pnpm seed`: a synthetic campaign, open, with its dossiers; the same seed gives the same people. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options });
  const order = { candidates: number('candidates'), schools: number('schools'), seed: number('seed') };
  const settings = settingsOfProcess();
  if (settings.isProduction) throw new Refused('Nothing synthetic is loaded in production.');
  await atPlatform(settings, (place) => seed(place, order));

  function number(name: keyof typeof most): number {
    const given = Number(values[name]);
    if (!Number.isInteger(given) || given < 1 || given > most[name])
      throw misunderstood(`--${name} is a whole number from 1 to ${most[name]}.`, usage);
    return given;
  }
});

async function seed(place: CommandPlace, order: SeedOrder): Promise<void> {
  const begun = performance.now();
  await ensureReferenceLists(place.binding);
  const { campaignId, file, asOf, accounts } = await openSyntheticCampaign(place, order);
  const campaign = await campaignFacts(place.binding, campaignId);
  const dossiers = syntheticDossiers({ seed: order.seed, count: order.candidates, facts: syntheticFacts(file, asOf) });
  const { ownerUrl, settings } = place;
  const onProgress = progressBar(`${order.candidates} dossiers`);
  await loadDossiers(
    { campaign, seed: order.seed, count: order.candidates, dossiers },
    { ownerUrl, isProduction: settings.isProduction, onProgress },
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Campaign ${campaign.slug} is open: ${order.schools} schools, ${order.candidates} dossiers, in ${seconds} s.`);
  if (accounts.length > 0) tellAccounts(accounts, settings.dataFolder);
}

/** Beside the demonstration's accounts, whose file keeps its form. */
function tellAccounts(accounts: readonly DemoAccount[], dataFolder: string): void {
  const file = join(dataFolder, 'seed-accounts.json');
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`Accounts of the schools’ administrators: ${file}, readable by its owner only.`);
}
