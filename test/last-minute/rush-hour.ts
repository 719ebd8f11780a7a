import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Planted } from '../tenancy/secrecy/planted-candidates.ts';
import { arrivalsOf, lock, type Rush } from './arrivals.ts';
import type { Evening } from './evening.ts';
import { clientLateness, faultsOf, missed, slowest } from './judged.ts';
import { keptOf } from './kept.ts';
import { type Sent, type Submission, send } from './send.ts';

/** One deadline: which, who comes, and through which door. */
export interface RushHour {
  readonly closesAt: string;
  readonly rush: Rush;
  readonly port: number;
  readonly people: readonly Planted[];
}

/** What came of it. */
export interface Passed {
  readonly faults: readonly string[];
  readonly submissions: number;
  readonly accepted: number;
  readonly refused: number;
  readonly schoolFiles: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
  /** From the last answer until no mail waited any more. */
  readonly outboxEmptyAfterMs: number;
  /** In time, and not taken. */
  readonly missed: readonly string[];
  /** Times somebody was asked to come again. */
  readonly returns: number;
  readonly heldWhileWaiting: boolean;
  readonly clientLateMs: number;
  readonly sent: readonly Sent[];
}

/** Lets everybody submit around a deadline that passes by the database's clock, and judges what came of it. */
export async function rushHour(evening: Evening, { closesAt, rush, port, people }: RushHour): Promise<Passed> {
  const closing = await evening.closingAt(closesAt, rush.seconds + 1);
  const agent = new Agent({ keepAlive: true });
  const { statementDigest, version } = evening.candidates;
  const arrivals = arrivalsOf(rush).map((arrival, index) => ({ arrival, who: people[index] as Planted }));
  const held = arrivals.filter(({ arrival }) => arrival.group === 'held').map(({ who }) => who.reference);
  const locked = holdBack(evening, held, closing.at);
  const sent = await Promise.all(
    arrivals.map(async ({ arrival, who }) => {
      await until(closing.at + arrival.at);
      return send({ port, agent, who, version, statementDigest, closing: closing.at }, arrival);
    }),
  );
  const answered = performance.now();
  const wereWaiting = await locked;
  agent.destroy();
  await drained(evening);
  const outboxEmptyAfterMs = Math.round(performance.now() - answered);
  const kept = await keptOf(
    evening.five,
    sent.map(({ reference }) => reference),
  );
  const faults = faultsOf({ sent, kept, caught: evening.caught, give: closing.give + 1, schools: 5, wereWaiting });
  return {
    ...figures(sent),
    schoolFiles: sum(kept.map(({ files }) => files)),
    outboxEmptyAfterMs,
    heldWhileWaiting: wereWaiting,
    faults,
    sent,
  };
}

/** One more, sent at once. */
export async function sendOne({ candidates }: Evening, door: Pick<Submission, 'port' | 'who' | 'closing'>): Promise<Sent> {
  const agent = new Agent();
  const { statementDigest, version } = candidates;
  return send({ ...door, agent, version, statementDigest }, { group: 'late', at: performance.now() - door.closing });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const figures = (sent: readonly Sent[]) => ({
  submissions: sent.length,
  accepted: sent.filter(({ outcome }) => outcome === 'ACCEPTED').length,
  refused: sent.filter(({ outcome }) => outcome === 'DEADLINE_PASSED').length,
  medianMs: slowest(sent, 0.5),
  p95Ms: slowest(sent, 0.95),
  slowestMs: slowest(sent, 1),
  clientLateMs: clientLateness(sent),
  missed: missed(sent),
  returns: sum(sent.map(({ returns }) => returns)),
});

const until = (instant: number) => pause(Math.max(0, instant - performance.now()));

const waitingForLocks = `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Somebody holds the rows of these dossiers from before the deadline until after it; answers whether all of them waited for that. */
async function holdBack({ five: { world } }: Evening, references: readonly string[], closing: number): Promise<boolean> {
  const holder = new Client({ connectionString: world.administratorUrl });
  await holder.connect();
  try {
    await until(closing + lock.from);
    await holder.query('begin');
    await holder.query('select from app.application where reference = any ($1) for update', [references]);
    await until(closing - 60);
    const { rows } = await holder.query<{ waiting: number }>(waitingForLocks);
    await until(closing + lock.to);
    await holder.query('commit');
    return (rows[0]?.waiting ?? 0) >= references.length;
  } finally {
    await holder.end();
  }
}

/** Until no mail waits, a minute at most. */
async function drained({ five: { world } }: Evening): Promise<void> {
  const waiting = `select from app.outbox where sent_at is null and dead_at is null limit 1`;
  for (let look = 0; look < 600 && (await world.sql(waiting)).length > 0; look += 1) await pause(100);
}
