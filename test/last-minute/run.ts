import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@guichet/database/server/embedded-postgres';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { clockOf } from '../mutants/broken-databases.ts';
import { wordsOf } from '../runner/words-of.ts';
import { keepReport } from '../walls/keep-report.ts';
import { prepareDatabases } from '../world/server.ts';
import { peopleIn, shortRush, wholeRush } from './arrivals.ts';
import { anEvening } from './evening.ts';
import { platformOf } from './platform-process.ts';
import { type Passed, rushHour } from './rush-hour.ts';
import { autumn, evening, spring } from './variations.ts';

/**
 * `pnpm test:last-minute`: 500 submissions to five schools within a minute before a deadline, on a server that forces every commit to disk;
 * then the same beside machines whose clocks are wrong, and on both nights the clocks change. `--short` sends 100 in 12 seconds.
 */
const { values } = wordsOf(['usage: pnpm test:last-minute [--short]'], {
  options: { short: { type: 'boolean', default: false } },
});
const rush = values.short ? shortRush : wholeRush;
const variations = [
  { name: 'an evening', closesAt: evening, wrongBy: 0 },
  { name: 'application seven minutes fast', closesAt: evening, wrongBy: 7 },
  { name: 'application seven minutes slow', closesAt: evening, wrongBy: -7 },
  { name: 'the night clocks jump from two to three', closesAt: spring, wrongBy: 0 },
  { name: 'the night clocks show two to three twice', closesAt: autumn, wrongBy: 0 },
];

const folder = mkdtempSync(join(tmpdir(), 'guichet-last-minute-'));
chmodSync(folder, 0o755); // a server lent by root must enter
const server = await startEmbedded(join(folder, 'database'), { settings: { max_connections: '200' } });
try {
  const ownerUrl = await prepareOwner(server.url);
  await prepareDatabases(server.url, ownerUrl);
  process.env['GUICHET_TEST_ADMINISTRATOR'] = server.url;
  process.env['GUICHET_TEST_OWNER'] = ownerUrl;
  const night = await anEvening(variations.length * peopleIn(rush));
  const told: object[] = [];
  let faults = 0;
  for (const [index, { name, closesAt, wrongBy }] of variations.entries()) {
    const platform = await platformOf(night, wrongBy);
    const people = night.candidates.planted.slice(index * peopleIn(rush), (index + 1) * peopleIn(rush));
    const { sent, ...figures } = await rushHour(night, { closesAt, rush, port: platform.port, people });
    const { minutesAhead } = platform;
    await platform.stop();
    faults += figures.faults.length + shortOf(figures).length;
    told.push({ name, closesAt, minutesAhead, ...figures, atTheInstant: takenOf(sent) });
    process.stdout.write(`${JSON.stringify(told.at(-1))} ${shortOf(figures).join(', ')}\n`);
  }
  await night.close();
  const { seconds, inTime } = rush;
  const limits = { p95Ms: 2000, outboxEmptyAfterMs: 60_000 };
  const figures = { seconds, inTime, schools: 5, limits, faults, variations: told };
  keepReport('last-minute', { date: await clockOf(server.url), ...figures });
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What was promised and not reached. */
function shortOf({ missed, p95Ms, outboxEmptyAfterMs }: Omit<Passed, 'sent'>): readonly string[] {
  return [
    ...missed,
    ...(p95Ms > 2000 ? [`95 in 100 waited up to ${p95Ms} ms`] : []),
    ...(outboxEmptyAfterMs > 60_000 ? [`mails waited ${outboxEmptyAfterMs} ms`] : []),
  ];
}

/** Of those sent within fifty milliseconds of the deadline: how many were received in time. */
function takenOf(sent: Passed['sent']) {
  const all = sent.filter(({ group }) => group === 'at the instant');
  return { sent: all.length, taken: all.filter(({ outcome }) => outcome === 'ACCEPTED').length };
}
