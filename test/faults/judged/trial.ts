import { startCrowd } from '../clients/crowd.ts';
import { type KindName, kinds } from '../kinds/every-kind.ts';
import type { Fault, Measured } from '../kinds/kinds.ts';
import type { Site } from '../site/site.ts';
import { type Findings, findingsOf } from './findings.ts';
import { type Settled, settle } from './settle.ts';

/** One kind of fault, so many times. */
export interface Planned {
  readonly kind: KindName;
  readonly times: number;
}

/** What came of it. */
export interface Trial {
  readonly times: number;
  readonly acknowledged: number;
  /** Attempts that were made again, by cause. */
  readonly again: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly settled: Settled;
  readonly measured: Measured;
  readonly findings: Findings;
}

/** How many submit while one fault of a kind is made, and more. */
const perFault: Readonly<Record<KindName, number>> = {
  killGateway: 60,
  killBackend: 80,
  stopServer: 80,
  cutCommit: 12,
  loseAnswer: 8,
  spoilMail: 15,
  drain: 60,
  exhaustPool: 400,
};

/** One of the usual kinds of fault. */
export const tried = (site: Site, { kind, times }: Planned): Promise<Trial> =>
  triedWith(site, { fault: kinds[kind], times, candidates: 400 + times * perFault[kind] });

interface Given {
  readonly fault: Fault;
  readonly times: number;
  readonly candidates: number;
}

/** Six clients submit while things break; once all is quiet, what they were told is compared with what stands. */
export async function triedWith(site: Site, { fault, times, candidates: count }: Given): Promise<Trial> {
  const began = performance.now();
  const candidates = await site.plant(count);
  const lostBefore = site.door.lost().length;
  const crowd = startCrowd(site.door.port, candidates.values());
  // Nobody would be there any more for the fault to meet.
  const tooFew = crowd.exhausted.then(() => Promise.reject(new Error(`${count} candidates are too few`)));
  const measured = await Promise.race([fault({ site, crowd }, times), tooFew]);
  tooFew.catch(() => {});
  const isDown = Object.values(measured).includes(Number.POSITIVE_INFINITY);
  if (isDown) crowd.abandon(); // it is judged as it stands
  await crowd.end();
  const settled = await settle(site, isDown ? 0 : undefined);
  const { told } = crowd;
  const lostAnswers = site.door.lost().slice(lostBefore);
  const run = { administrator: await site.administrator(), sink: site.sink, candidates, told, lostAnswers };
  return {
    times,
    acknowledged: crowd.count(),
    again: Object.fromEntries(told.again),
    seconds: (performance.now() - began) / 1000,
    settled,
    measured,
    findings: await findingsOf(run),
  };
}
