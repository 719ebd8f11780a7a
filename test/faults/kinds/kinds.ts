import type { Crowd } from '../clients/crowd.ts';
import type { Site } from '../site/site.ts';

/** A site under load, about to be broken. */
export interface UnderLoad {
  readonly site: Site;
  readonly crowd: Crowd;
}

/** What a kind of fault measured beside the findings: each a figure, `Infinity` for what never came. */
export type Measured = Readonly<Record<string, number>>;

/** One kind of fault, made so many times under load. */
export type Fault = (load: UnderLoad, times: number) => Promise<Measured>;
