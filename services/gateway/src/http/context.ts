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
  /** What its operation turned out to be, noted where somebody watches. */
  answered: AnsweredOperation | null;
  /** Called once, before the first resolver: a query may run in a read-only transaction, a mutation may not. */
  beginOperation(kind: OperationKind): void;
  /** Called once, after the last resolver: true commits, false rolls back; must be safe when nothing was opened. */
  finish(ok: boolean): Promise<void>;
}

export type OperationKind = 'query' | 'mutation';

/** The operation a request turned out to be, and by which codes it failed. */
export interface AnsweredOperation {
  /** As its document names it: chosen by whoever asks, so nobody keeps it unless it is one of our own. */
  readonly name: string | null;
  readonly kind: OperationKind | null;
  /** Codes of the errors answered, each once. */
  readonly codes: readonly string[];
}
