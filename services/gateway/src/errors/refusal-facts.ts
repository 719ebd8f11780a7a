/** What a refusal tells beside its code; never a value the caller sent. */
export interface RefusalFacts {
  /** Dotted path of the argument that is malformed. */
  readonly argument?: string;
  /** Which of several causes, where a client can act upon it. */
  readonly reason?: 'CHOOSE_HAT' | 'SECOND_FACTOR' | 'KEY';
  /** Which limit is passed. */
  readonly limit?: Limit;
  /** Seconds to wait before the same call. */
  readonly retryAfter?: number;
  /** Under which the cause of an internal error stands in our log. */
  readonly traceId?: string;
}

/** The limits a document, or a list in it or its variables, may pass. */
export type Limit = 'COST' | 'DEPTH' | 'ALIASES' | 'TOKENS' | 'LIST';
