import { faultsIn } from './findings.ts';
import type { Trial } from './trial.ts';

/** Figures of a trial beyond which a promise is broken; those of seconds are given with the patience a busy machine needs. */
const most: Readonly<Record<string, number>> = {
  /** Once the database lets anybody in. */
  slowestReady: 5,
  /** A drain lets what is in hand end within ten seconds. */
  slowestEnd: 10,
  /** Two seconds for a connection, and the way there and back. */
  slowestRefusal: 3.5,
  unanswered: 0,
  stillReady: 0,
  badExits: 0,
  notTold: 0,
  healthFailures: 0,
  neverFull: 0,
};

const figuresOfSeconds = new Set(['slowestReady', 'slowestEnd', 'slowestRefusal']);

/** All that a trial shows to be wrong, in words; `patience` multiplies what is measured in seconds. */
export function brokenPromises({ findings, measured }: Trial, patience = 1): readonly string[] {
  const exceeded = Object.entries(measured).filter(([name, figure]) => {
    const limit = (most[name] ?? Number.POSITIVE_INFINITY) * (figuresOfSeconds.has(name) ? patience : 1);
    return figure > limit || (figure === Number.POSITIVE_INFINITY && figuresOfSeconds.has(name));
  });
  return [...faultsIn(findings), ...exceeded.map(([name, figure]) => `${name}: ${figure}`)];
}
