import { GraphQLError } from 'graphql';
import { notFound } from '../../errors/refused.ts';
import type { failures } from './probe.type.ts';

/** An address that must never be seen outside. */
export const leakedAddress = 'marie.curie@example.org';

/** Fails in one of the ways a resolver can. */
export const fail = async (how: (typeof failures)[number]): Promise<string> => {
  const thrown: unknown = errorOf(how);
  if (how !== 'DETACHED') throw thrown;
  void Promise.reject(new Error('rejected after the response'));
  return 'answered';
};

const errorOf = (how: (typeof failures)[number]): unknown => {
  const driver = (code: string, words: string) =>
    Object.assign(new Error(words), { code, detail: `Key (email)=(${leakedAddress})` });
  const errors: Readonly<Record<string, unknown>> = {
    ERROR: driver('23505', `duplicate key value violates unique constraint: Key (email)=(${leakedAddress})`),
    STRING: `thrown text of ${leakedAddress}`,
    UNDEFINED: undefined,
    DEADLOCK: driver('40P01', `deadlock detected on ${leakedAddress}`),
    NO_CONNECTION: new Error('timeout exceeded when trying to connect'),
    NOT_FOUND: notFound(),
    KEY_REUSED: new GraphQLError('whatever', { extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }),
  };
  return errors[how];
};
