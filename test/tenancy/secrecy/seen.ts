import type { School } from './five-schools.ts';

/** What one school sees of one dossier, each thing as a number: `table.column aspect`. */
export type Seen = Map<string, number>;
/** What each school sees of each dossier, by the reference that all five read. */
export type Observed = Readonly<Record<School, ReadonlyMap<string, Seen>>>;
