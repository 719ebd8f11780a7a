import { recountTotals } from '@guichet/worker/totals/recount-totals';
import { atPlatform } from '../running/command-place.ts';
import { settingsOfProcess } from '../settings.ts';
import { argumentsOf } from '../terminal/arguments.ts';
import { Refused } from '../terminal/refused.ts';
import { runCommand } from '../terminal/run-command.ts';

/** `pnpm totals:verify`: compares the counts kept by the triggers with a recount; ends with 1 when they differ. */
await runCommand(async () => {
  argumentsOf(['usage: pnpm totals:verify'], { options: {} });
  await atPlatform(settingsOfProcess(), async ({ ownerUrl }) => {
    const differences = await recountTotals(ownerUrl);
    if (differences.length === 0) return console.log('Every count is what a recount says.');
    for (const { campaignId, schoolId, what, kept, counted } of differences)
      console.log(
        `campaign ${campaignId}, ${schoolId === null ? 'dossiers' : `school ${schoolId}`}, ${what}: kept ${kept}, counted ${counted}`,
      );
    throw new Refused(`${differences.length} counts differ from a recount.`);
  });
});
