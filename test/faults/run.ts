import { parseArgs } from 'node:util';
import { tried } from './judged/trial.ts';
import { type KindName, kinds } from './kinds/every-kind.ts';
import { aSite } from './site/site.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    times: { type: 'string', default: '3' },
    places: { type: 'string', default: '1' },
  },
});
const site = await aSite({ places: Number(values.places) });
await site.startAll();
process.stdout.write(`ready after ${performance.now()}\n`);
for (const kind of (values.only ?? Object.keys(kinds)) as KindName[]) {
  const trial = await tried(site, { kind, times: Number(values.times) });
  process.stdout.write(`${JSON.stringify(trial)}\n`);
}
for (const p of site.platforms)
  process.stdout.write(
    (p?.words() ?? '')
      .split('\n')
      .filter((l) => l.includes('"level":50'))
      .slice(-3)
      .join('\n'),
  );
await site.remove();
