import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-codes.ts';
import { wordingOf } from './wording.ts';

/** What a refusal tells beside its code; never a value the caller sent. */
export interface RefusalFacts {
  /** Dotted path of the argument that is malformed. */
  readonly argument?: string;
  /** Which of several causes, where a client can act upon it. */
  readonly reason?: 'CHOOSE_HAT';
  /** Which limit the document passes. */
  readonly limit?: Limit;
  /** Seconds to wait before the same call. */
  readonly retryAfter?: number;
  /** Under which the cause of an internal error stands in our log. */
  readonly traceId?: string;
}

/** Where in the answer an error stands. */
type AnswerPath = GraphQLError['path'];

/** The limits a document may pass. */
export type Limit = 'COST' | 'DEPTH' | 'ALIASES' | 'TOKENS';

/** A top-level refusal: the only error whose words reach the caller. */
export class Refused extends GraphQLError {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly facts: RefusalFacts;

  constructor(code: ErrorCode, facts: RefusalFacts = {}, path?: AnswerPath) {
    super(wordingOf(code, facts), { extensions: { code, ...facts }, ...(path === undefined ? {} : { path }) });
    this.code = code;
    this.facts = facts;
  }

  /** The same refusal at its place in the answer. */
  at(path: AnswerPath): Refused {
    return new Refused(this.code, this.facts, path);
  }
}

/** Nobody is signed in. */
export const unauthenticated = () => new Refused('UNAUTHENTICATED');

/** This kind of principal may not, whatever the row. */
export const forbidden = () => new Refused('FORBIDDEN');

/** A person of several hats named none. */
export const chooseHat = () => new Refused('FORBIDDEN', { reason: 'CHOOSE_HAT' });

/** Absent, or another tenant's: the same bytes for both. */
export const notFound = () => new Refused('NOT_FOUND');

/** Malformed; names the argument, never the value. */
export const badUserInput = (argument: string) => new Refused('BAD_USER_INPUT', { argument });
