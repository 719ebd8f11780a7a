import { setTimeout as pause } from 'node:timers/promises';
import { callbackify } from 'node:util';
import { Client } from 'pg';

/** What went wrong on purpose. */
export interface Suffered {
  delays: number;
  rollbacks: number;
  broken: number;
}

export interface Faults {
  readonly suffered: Suffered;
  /** Puts everything back. */
  stop(): Promise<void>;
}

type Query = (this: Client & { readonly user?: string }, ...given: unknown[]) => unknown;

/**
 * From now on statements of the gateway wait at random, the first of its transactions and every seventh after it are rolled back where
 * they would commit, and its connections are ended at random; the administrator's are left alone.
 */
export function unleash(administrator: Client, random: () => number): Faults {
  const suffered: Suffered = { delays: 0, rollbacks: 0, broken: 0 };
  const driver = Client.prototype as unknown as { query: Query };
  const original = driver.query;
  const breaking = breaker(administrator, random, suffered);
  let commits = 0;
  driver.query = function troubled(...given) {
    if (this.user !== 'app_login') return original.apply(this, given);
    breaking.perhaps();
    const isLost = /^\s*commit/i.test(textOf(given[0])) && commits++ % 7 === 0;
    const wait = random() < 0.3 ? random() * 15 : 0;
    if (wait > 0) suffered.delays += 1;
    if (isLost) suffered.rollbacks += 1;
    return answered(given, async () => {
      if (wait > 0) await pause(wait);
      if (!isLost) return original.apply(this, withoutCallback(given));
      await original.apply(this, ['rollback']);
      throw Object.assign(new Error('The transaction was lost'), { code: random() < 0.5 ? '40001' : '57014' });
    });
  };
  return {
    suffered,
    stop: async () => {
      driver.query = original;
      await breaking.settled();
    },
  };
}

/** Statements are sent with a callback or answered by a promise; both are served. */
function answered(given: readonly unknown[], act: () => Promise<unknown>): unknown {
  const callback = given.at(-1);
  if (typeof callback !== 'function') return act();
  callbackify(act)(callback as (error: Error, result: unknown) => void);
  return undefined;
}

const withoutCallback = (given: readonly unknown[]) => (typeof given.at(-1) === 'function' ? given.slice(0, -1) : [...given]);

const textOf = (statement: unknown) =>
  typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '');

/** A backend at a time, once in so many statements: an immediate stop of one would restart every database of its server. */
function breaker(administrator: Client, random: () => number, suffered: Suffered) {
  const breakOne = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename in ('app_login', 'auth_svc') order by md5(pid::text || $1::text) limit 1`;
  const running = new Set<Promise<void>>();
  const breakNow = async () => {
    const { rowCount } = await administrator.query(breakOne, [String(random())]);
    suffered.broken += rowCount ?? 0;
  };
  return {
    perhaps: () => {
      if (random() > 1 / 60) return;
      const broken = breakNow();
      running.add(broken);
      void broken.finally(() => running.delete(broken));
    },
    settled: async () => void (await Promise.all(running)),
  };
}
