import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { clockOf } from '../mutants/broken-databases.ts';
import { namedOf, wordsOf } from '../runner/words-of.ts';
import { keepReport, reportFile } from '../walls/keep-report.ts';
import { ensurePrograms } from './around/debian-packages.ts';
import type { Found, Proof } from './proofs/proof.ts';
import { aSite } from './site.ts';

/**
 * `pnpm test:machines`: two gateways and two workers behind HAProxy and PgBouncer, with a streaming copy, on loopback. `--only NAME` runs one
 * proof and keeps no report, with `--keep` it takes the place of the former one in the report; `--quick` kills twice and asks less.
 */
const proofs: Readonly<Record<string, () => Promise<Proof>>> = {
  scope: async () => (await import('./proofs/scope.ts')).scope,
  'tenancy-and-copy': async () => (await import('./proofs/tenancy-and-copy.ts')).tenancyAndCopy,
  crowd: async () => (await import('./proofs/crowd.ts')).crowd,
  'last-minute': async () => (await import('./proofs/last-minute.ts')).lastMinute,
  cost: async () => (await import('./proofs/cost.ts')).cost,
};
const usage = ['usage: pnpm test:machines [--quick] [--only NAME]… [--keep]', `  ${Object.keys(proofs).join(', ')}`];
const { values } = wordsOf(usage, {
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
namedOf(values.only ?? [], Object.keys(proofs), usage);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const length = values.quick ? { kills: 2, everyDocument: 6, seconds: 1 } : { kills: 6, everyDocument: 4, seconds: 1.5 };

const programs = ensurePrograms(say);
if ('missing' in programs) {
  say(`Skipped: ${programs.missing}.`);
  process.exit(0);
}
say(`HAProxy ${programs.versions['haproxy']}, PgBouncer ${programs.versions['pgbouncer']}`);
const site = await aSite(programs);
// Whoever stops the run leaves no server behind.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void site.remove().finally(() => process.exit(1)));
/** What else the machine did before: with more than a little of it, figures a second say nothing. */
const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
const found: Record<string, Found> = {};
try {
  for (const [name, proof] of Object.entries(proofs)) {
    if (values.only !== undefined && !values.only.includes(name)) continue;
    const began = performance.now();
    const figures = await (await proof())(site, length).catch((error: unknown): Found => ({ faults: [String(error)] }));
    found[name] = { seconds: Math.round((performance.now() - began) / 1000), ...figures };
    say(`${name} ${JSON.stringify(found[name], null, 2)}`);
  }
  const date = await clockOf(site.primary.url);
  const figures = {
    machine: machineNow(),
    load,
    quick: values.quick,
    versions: programs.versions,
    statements: site.statements,
    ...found,
  };
  const former = values.keep && values.only !== undefined ? formerReport() : {};
  if (values.only === undefined || values.keep) keepReport('past-one-machine', { ...former, date, ...figures });
} finally {
  await site.remove();
}
const faults = Object.entries(found).flatMap(([name, { faults: each }]) => each.map((fault) => `${name}: ${fault}`));
say(faults.length === 0 ? 'Everything holds.' : faults.join('\n'));
process.exit(faults.length === 0 ? 0 : 1);

function machineNow(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
}

function formerReport(): Record<string, unknown> {
  const former = JSON.parse(readFileSync(reportFile('past-one-machine'), 'utf8')) as Record<string, unknown>;
  delete former['commit'];
  return former;
}
