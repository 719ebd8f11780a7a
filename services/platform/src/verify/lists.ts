import { atPlatform } from '../running/command-place.ts';
import { settingsOfProcess } from '../settings.ts';
import { argumentsOf } from '../terminal/arguments.ts';
import { Refused } from '../terminal/refused.ts';
import { runCommand } from '../terminal/run-command.ts';
import { remadeLists } from './remade-lists.ts';

const usage = [
  'usage: pnpm lists:verify [--mend]',
  'Makes the lists that candidacies keep anew and names each that differs; --mend writes them as they should be. Who reads or writes a',
  'candidacy waits for as long as it takes: some seconds for 60,000.',
];

/** `pnpm lists:verify`: ends with 1 when a list differs and is not mended. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { mend: { type: 'boolean', default: false } } });
  await atPlatform(settingsOfProcess(), async ({ ownerUrl }) => {
    const differences = await remadeLists(ownerUrl, { isMending: values.mend });
    for (const { schoolId, candidacyId, list, kept, made } of differences)
      console.log(`school ${schoolId}, candidacy ${candidacyId}, ${list}: kept ${told(kept)}, made ${told(made)}`);
    if (differences.length === 0) return console.log('Every list is what the tables say.');
    if (values.mend) return console.log(`${differences.length} lists differed, and are mended.`);
    throw new Refused(`${differences.length} lists differ from what the tables say. \`pnpm lists:verify --mend\` mends them.`);
  });
});

const told = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(' '));
