import type { Site } from '../site.ts';

/** What a proof found: its figures, and in words what is not as it must be. */
export interface Found {
  readonly faults: readonly string[];
  readonly [figure: string]: unknown;
}

export interface Length {
  /** Gateways killed under retrying clients. */
  readonly kills: number;
  /** Of how many documents of the matrix one is asked. */
  readonly everyDocument: number;
  /** Seconds of one measured stretch. */
  readonly seconds: number;
}

/** One thing that must hold past one machine. */
export type Proof = (site: Site, length: Length) => Promise<Found>;
