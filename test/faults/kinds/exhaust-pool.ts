import { setTimeout as pause } from 'node:timers/promises';
import { type Attempt, attempt } from '../clients/submission.ts';
import { health, readyAfter } from './health.ts';
import type { Fault, UnderLoad } from './kinds.ts';

/** Every connection of the pool asleep: who comes then is told within moments when to come back, and health answers all the while. */
export const exhaustPool: Fault = async (load, times) => {
  const measured = { notTold: 0, slowestRefusal: 0, healthFailures: 0, slowestReady: 0 };
  for (let turn = 0; turn < times; turn += 1) {
    const { refusals, healthFailures, ready } = await exhaustOnce(load);
    measured.notTold += refusals.some(({ made }) => isTold(made)) ? 0 : 1;
    measured.notTold += refusals.filter(({ made }) => made.outcome === 'AGAIN' && !isTold(made)).length;
    measured.slowestRefusal = Math.max(measured.slowestRefusal, ...refusals.map(({ seconds }) => seconds));
    measured.healthFailures += healthFailures;
    measured.slowestReady = Math.max(measured.slowestReady, ready);
  }
  return measured;
};

/** More than a pool has connections. */
const sleepers = 26;
const asleepMs = 4000;

const isTold = (made: Attempt) => made.outcome === 'AGAIN' && made.code === 'UNAVAILABLE';

interface Heard {
  readonly made: Attempt;
  readonly seconds: number;
}

async function exhaustOnce({ site }: UnderLoad) {
  const port = site.platforms[0]?.port ?? 0;
  const people = await site.plant(sleepers);
  site.database.freeze();
  const whileAsleep: Heard[] = [];
  let isAsleep = true;
  const asked = people.map(async (person) => {
    const began = performance.now();
    const made = await attempt({ port, ...person });
    if (isAsleep) whileAsleep.push({ made, seconds: (performance.now() - began) / 1000 });
  });
  let healthFailures = 0;
  for (const until = performance.now() + asleepMs; performance.now() < until; await pause(200)) {
    if ((await health(port, 'live')) !== 200) healthFailures += 1;
  }
  isAsleep = false;
  site.database.thaw();
  const ready = await readyAfter(port);
  await Promise.all(asked);
  return { refusals: whileAsleep, healthFailures, ready };
}
