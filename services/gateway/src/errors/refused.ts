import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-codes.ts';
import type { RefusalFacts } from './refusal-facts.ts';
import { wordingOf } from './wording.ts';

/** Where in the answer an error stands. */
type AnswerPath = GraphQLError['path'];

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

/** What keeps somebody who knows their password from being known here. */
export type Missing = 'SECOND_FACTOR';

/** Nobody is signed in, or not by all that their rights ask for. */
export const unauthenticated = (missing: Missing | null = null) =>
  new Refused('UNAUTHENTICATED', missing === null ? {} : { reason: missing });

/** What was shown is no key that stands; why it is none is told to nobody. */
export const keyRefused = () => new Refused('UNAUTHENTICATED', { reason: 'KEY' });

/** This kind of principal may not, whatever the row. */
export const forbidden = () => new Refused('FORBIDDEN');

/** A person of several hats named none. */
export const chooseHat = () => new Refused('FORBIDDEN', { reason: 'CHOOSE_HAT' });

/** Absent, or another tenant's: the same bytes for both. */
export const notFound = () => new Refused('NOT_FOUND');

/** A list of more items than one request may send; names the argument. */
export const listTooLong = (argument: string) => new Refused('BAD_USER_INPUT', { argument, limit: 'LIST' });

/** Malformed; names the argument, never the value. */
export const badUserInput = (argument: string) => new Refused('BAD_USER_INPUT', { argument });
