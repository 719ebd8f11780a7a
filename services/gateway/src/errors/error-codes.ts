/** Every code of a top-level error, with the HTTP status it sets when nothing at all could be answered. */
export const statusOf = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 200,
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  IDEMPOTENCY_KEY_IN_USE: 409,
  CONFLICT_RETRY: 409,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;

/** What a top-level error is called; programs rely on it. */
export type ErrorCode = keyof typeof statusOf;

/** True for a code of ours; anything else that travels as one is a bug and is masked. */
export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(statusOf, code);
