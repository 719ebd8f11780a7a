import type { Hat } from '../permissions/principal-kinds.ts';
import type { Locale } from './locale.ts';

/** What the frame needs to know of a request; slices extend it with their loaders and use-cases' session. */
export interface RequestContext {
  /** The account behind the login cookie; null for nobody and for principals that are no person. */
  readonly accountId: string | null;
  /** The one hat this request wears; null for nobody, and for a person of several hats who named none. */
  readonly hat: Hat | null;
  /** Language of messages, from `Accept-Language`. */
  readonly locale: Locale;
  /** Told to the caller with an internal error, and found again in our log. */
  readonly traceId: string;
  /** Whose budget this request spends: the key or person, or the network of an anonymous caller. */
  readonly budgetKey: string;
  /** Called once, before the first resolver: a query may run in a read-only transaction, a mutation may not. */
  beginOperation(kind: OperationKind): void;
  /** Called once, after the last resolver: true commits, false rolls back; must be safe when nothing was opened. */
  finish(ok: boolean): Promise<void>;
}

export type OperationKind = 'query' | 'mutation';
