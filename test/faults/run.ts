import { readFileSync } from 'node:fs';
import { countOf, namedOf, wordsOf } from '../runner/words-of.ts';
import { keepReport, reportFile, triedCommit } from '../walls/keep-report.ts';
import { brokenPromises } from './judged/expectations.ts';
import { flushedBeforeAnswer } from './judged/flushed.ts';
import { type Trial, tried, triedWith } from './judged/trial.ts';
import { type KindName, kinds } from './kinds/every-kind.ts';
import { fillDisk } from './kinds/fill-disk.ts';
import { aSite } from './site/site.ts';
import { aSmallDisk } from './site/small-disk.ts';
import { tryVariants } from './variants/try-variants.ts';
import { twelveVariants } from './variants/twelve.ts';

/**
 * `pnpm test:faults`: the long form, two platforms on one database. `--only PART` runs a part and may be given again; `--of N` makes
 * an N-th of the faults, `--variant WORDS` tries the broken variants whose names hold them. Each part is kept in docs/reports/faults.json with its day and its number of faults; one that was not run stays as
 * it was found, and so does a whole one when a share is run.
 */
const times: Readonly<Record<KindName, number>> = {
  killGateway: 200,
  killBackend: 60,
  stopServer: 20,
  cutCommit: 200,
  loseAnswer: 500,
  spoilMail: 100,
  drain: 30,
  exhaustPool: 1,
};
const allParts = [...(Object.keys(kinds) as KindName[]), 'flushed', 'fillDisk', 'variants'] as const;
type PartName = (typeof allParts)[number];
const longestMs = 15 * 60_000;

const usage = ['usage: pnpm test:faults [--only NAME]… [--of N] [--variant WORDS]', `  ${allParts.join(', ')}`];
const { values } = wordsOf(usage, {
  options: {
    only: { type: 'string', multiple: true },
    of: { type: 'string', default: '1' },
    variant: { type: 'string', default: '' },
  },
});
const named = namedOf(values.only ?? allParts, allParts, usage);
const chosen = allParts.filter((name) => named.includes(name));
const share = countOf('--of', values.of, usage);
const isWhole = share === 1 && values.variant === '';
const parts: Record<string, Readonly<Record<string, unknown>>> = keptParts();
let failures = 0;
let date = '';
const tooLong = setTimeout(() => {
  say('The faults took more than fifteen minutes.');
  process.exit(1);
}, longestMs);

const usual = chosen.filter((name) => name in kinds || name === 'flushed');
if (usual.length > 0) await onSite(usual);
if (chosen.includes('fillDisk')) await onSmallDisk();
if (chosen.includes('variants')) await withVariants();
clearTimeout(tooLong);
say(failures === 0 ? 'Nothing acknowledged was lost.' : `${failures} parts failed.`);
process.exitCode = failures === 0 && chosen.length > 0 ? 0 : 1;

async function onSite(names: readonly PartName[]): Promise<void> {
  const site = await aSite({ places: 2 });
  try {
    date = await clockOf(site);
    await site.startAll();
    for (const name of names) {
      if (name === 'flushed') {
        const flushed = await flushedBeforeAnswer(site, 20);
        note(name, { submissions: flushed.length, flushedBefore: flushed.filter(Boolean).length }, flushed.every(Boolean));
      } else {
        const kind = name as KindName;
        noteTrial(name, await tried(site, { kind, times: Math.ceil(times[kind] / share) }));
      }
    }
  } finally {
    await site.remove();
  }
}

async function onSmallDisk(): Promise<void> {
  const disk = aSmallDisk(192);
  if ('reason' in disk) return note('fillDisk', { skipped: disk.reason }, true);
  const site = await aSite({ disk: disk.folder });
  try {
    date = await clockOf(site);
    await site.startAll();
    noteTrial('fillDisk', await triedWith(site, { fault: fillDisk(disk), times: 1, candidates: 600 }));
  } finally {
    disk.free();
    await site.remove();
    disk.remove();
  }
}

async function withVariants(): Promise<void> {
  const site = await aSite();
  try {
    date = await clockOf(site);
    const chosenVariants = twelveVariants.filter((variant) => variant.name.includes(values.variant));
    const verdicts = await tryVariants(site, chosenVariants, ({ name, broken, trouble, seconds }) =>
      say(`${broken.length > 0 ? 'noticed' : 'UNNOTICED'}  ${seconds.toFixed(1)} s  ${name}  ${trouble ?? broken.join(', ')}`),
    );
    const noticed = verdicts.filter(({ broken }) => broken.length > 0).length;
    note('variants', { tried: verdicts.length, noticed, each: verdicts }, noticed === verdicts.length);
  } finally {
    await site.remove();
  }
}

function noteTrial(name: PartName, trial: Trial): void {
  const broken = brokenPromises(trial);
  note(name, { ...trial, broken }, broken.length === 0);
}

function note(name: PartName, figures: object, isKept: boolean): void {
  if (!isKept) failures += 1;
  if (isWhole || parts[name]?.['isWhole'] !== true) parts[name] = { date, commit: triedCommit, isWhole, ...figures };
  // Kept at once: a later part that takes too long takes nothing along.
  const report = { date, parts };
  keepReport('faults', report);
  say(`${isKept ? 'kept  ' : 'BROKEN'}  ${name}  ${JSON.stringify(figures)}`);
}

/** What earlier runs found, of parts that are not run now. */
function keptParts(): typeof parts {
  try {
    return (JSON.parse(readFileSync(reportFile('faults'), 'utf8')) as { parts: typeof parts }).parts;
  } catch {
    return {};
  }
}

async function clockOf(site: Awaited<ReturnType<typeof aSite>>): Promise<string> {
  const { rows } = await (await site.administrator()).query<{ at: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
  );
  return rows[0]?.at ?? '';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
