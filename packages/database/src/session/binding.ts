import type { Orm } from './orm.ts';

/** A login's way to the rows, with the keys that bind a principal to it. */
export interface Binding {
  readonly orm: Orm;
  /** Key of the seal, derived from the platform's secret; the database believes no settings without it. */
  readonly sealKey: Buffer;
  /** Key of links waiting to be mailed; derived from the platform's secret, and nowhere in the database. */
  readonly linkKey: Buffer;
}
