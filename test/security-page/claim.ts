import type { Report } from './reports.ts';

/** One claim, what its last report says of it, and the command that repeats it. */
export interface Claim {
  readonly claim: string;
  /** Name of the report in docs/reports. */
  readonly report: string;
  readonly told: (report: Report) => string;
  readonly command: string;
}

export const pnpm = (words: string): string => `npx -y pnpm@12 ${words}`;
export const wall = (name: string): string => pnpm(`test:walls --only ${name}`);
