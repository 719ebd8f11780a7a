import { startCrowd } from '../clients/crowd.ts';
import { type KindName, kinds } from '../kinds/every-kind.ts';
import type { Measured } from '../kinds/kinds.ts';
import type { Site } from '../site/site.ts';
import { type Findings, findingsOf } from './findings.ts';
import { type Settled, settle } from './settle.ts';

/** One kind of fault, so many times. */
export interface Planned {
  readonly kind: KindName;
  readonly times: number;
  /** How many candidates there are for it; those who are left over submit nothing. */
  readonly candidates?: number;
}

/** What came of it. */
export interface Trial extends Planned {
  readonly acknowledged: number;
  /** Attempts that were made again, by cause. */
  readonly again: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly settled: Settled;
  readonly measured: Measured;
  readonly findings: Findings;
}

const enough = 600;

/** Six clients submit while things break; once all is quiet, what they were told is compared with what stands. */
export async function tried(site: Site, { kind, times, candidates: count = enough }: Planned): Promise<Trial> {
  const began = performance.now();
  const candidates = await site.plant(count);
  const lostBefore = site.door.lost().length;
  const crowd = startCrowd(site.door.port, candidates.values());
  // Nobody would be there any more for the fault to meet.
  const tooFew = crowd.exhausted.then(() => Promise.reject(new Error(`${count} candidates are too few for ${times} ${kind}`)));
  const measured = await Promise.race([kinds[kind]({ site, crowd }, times), tooFew]);
  tooFew.catch(() => {});
  await crowd.end();
  const settled = await settle(site);
  const { told } = crowd;
  const lostAnswers = site.door.lost().slice(lostBefore);
  const run = { administrator: await site.administrator(), sink: site.sink, candidates, told, lostAnswers };
  return {
    kind,
    times,
    candidates: count,
    acknowledged: crowd.count(),
    again: Object.fromEntries(told.again),
    seconds: (performance.now() - began) / 1000,
    settled,
    measured,
    findings: await findingsOf(run),
  };
}
