import { readFileSync, writeFileSync } from 'node:fs';
import { readCampaignPlan } from '@guichet/admissions/campaign/export-campaign';
import { importCampaign } from '@guichet/admissions/campaign/import-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { CampaignFile } from './campaign-file/campaign-file.ts';
import { campaignFileOf, campaignPlanOf } from './campaign-file/campaign-plan-of.ts';
import { readCampaignFile } from './campaign-file/read-campaign-file.ts';
import { writeCampaignFile } from './campaign-file/write-campaign-file.ts';
import { atPlatform, type CommandPlace } from './running/command-place.ts';
import { ensureReferenceLists } from './running/reference-lists.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { callersPath } from './terminal/callers-path.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm campaign import FILE', '       pnpm campaign export SLUG [--out FILE]'];
const asConsortium = consortiumHat(systemPrincipal);

/** `pnpm campaign`: a campaign from a file, or into one. */
await runCommand(async () => {
  const { values, positionals } = argumentsOf(usage, { allowPositionals: true, options: { out: { type: 'string' } } });
  const [verb, what, ...rest] = positionals;
  if (what === undefined || rest.length > 0 || (verb !== 'import' && verb !== 'export'))
    throw misunderstood('What is to be done?', usage);
  if (verb === 'import') {
    const file = soundFile(what);
    await atPlatform(settingsOfProcess(), (place) => importInto(place, file));
  } else await atPlatform(settingsOfProcess(), (place) => exportFrom(place, what, values.out));
});

/** Read and judged whole before any database is touched. */
function soundFile(path: string): CampaignFile {
  const reading = readCampaignFile(textOf(path));
  if ('file' in reading) return reading.file;
  const faults = reading.faults.map(({ place, message }) => `  ${place} ${message}`);
  const counted = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  throw new Refused([`${path} has ${counted}; nothing was stored.`, ...faults]);
}

function textOf(path: string): string {
  try {
    return readFileSync(callersPath(path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused(code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`);
  }
}

async function importInto({ binding }: CommandPlace, file: CampaignFile): Promise<void> {
  await ensureReferenceLists(binding);
  const imported = await inWork(binding, asConsortium, (work) => importCampaign(work, campaignPlanOf(file)));
  const { slug } = file.campaign;
  if (imported.outcome === 'DIFFERS')
    throw new Refused([
      `There is a campaign ${slug} already, and it differs in: ${imported.differences.join(', ')}. Nothing was changed.`,
      'Change it where it is, or give the file another slug.',
    ]);
  console.log(
    imported.outcome === 'CREATED'
      ? `Campaign ${slug} made as a draft, with ${file.schools.length} schools. The consortium opens it.`
      : `Campaign ${slug} is there already, the same: nothing was changed.`,
  );
}

async function exportFrom({ binding }: CommandPlace, slug: string, out: string | undefined): Promise<void> {
  const found = await inWork(binding, asConsortium, ({ db }) => readCampaignPlan(db, slug));
  if (!found) throw new Refused(`There is no campaign ${slug}.`);
  const text = writeCampaignFile(campaignFileOf(found.plan));
  if (out === undefined) process.stdout.write(text);
  else {
    writeText(out, text);
    console.log(`Campaign ${slug} written to ${out}.`);
  }
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(callersPath(path), text);
  } catch (error) {
    throw new Refused(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
