import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { answerTo } from './answer-to.ts';
import { loggableCause } from './loggable-cause.ts';
import { notFound, Refused } from './refused.ts';

const told = (error: unknown) => answerTo(error, 'trace').refused.extensions;
const driver = (code: string) =>
  Object.assign(new Error('Key (email)=(marie@example.org)'), { code, constraint: 'person_email', table: 'person' });

describe('what is answered to what was thrown', () => {
  test.each([
    ['40001', 'CONFLICT_RETRY'],
    ['40P01', 'CONFLICT_RETRY'],
    ['55P03', 'CONFLICT_RETRY'],
    ['57014', 'UNAVAILABLE'],
    ['57P01', 'UNAVAILABLE'],
    ['08006', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['ECONNREFUSED', 'UNAVAILABLE'],
    ['23505', 'INTERNAL_SERVER_ERROR'],
    ['42501', 'INTERNAL_SERVER_ERROR'],
    ['25P02', 'INTERNAL_SERVER_ERROR'],
  ])('a driver error %s is %s, also when the entity manager wrapped it', (code, answer) => {
    expect(told(driver(code))['code']).toBe(answer);
    expect(told(new Error('insert into …', { cause: driver(code) }))['code']).toBe(answer);
    expect(told(new GraphQLError('x', { originalError: driver(code) }))['code']).toBe(answer);
  });

  test('a use-case refuses by name and code, and only its facts travel', () => {
    const refusal = Object.assign(new Error('words'), {
      name: 'Refusal',
      code: 'IDEMPOTENCY_KEY_IN_USE',
      secret: 'x',
      retryAfter: 1,
    });
    expect(told(refusal)).toEqual({ code: 'IDEMPOTENCY_KEY_IN_USE', retryAfter: 1 });
    expect(told(Object.assign(new Error('words'), { name: 'Refusal', code: 'UNHEARD_OF' }))['code']).toBe(
      'INTERNAL_SERVER_ERROR',
    );
  });

  test('a code on an error that is neither ours nor a use-case’s is masked', () => {
    expect(told(Object.assign(new Error('x'), { code: 'FORBIDDEN' }))).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      traceId: 'trace',
    });
    for (const thrown of [undefined, null, 'text', 7, {}]) expect(told(thrown)['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  test('a refusal keeps its place in the answer', () => {
    const { refused, cause } = answerTo(new GraphQLError('x', { originalError: notFound(), path: ['school', 0] }), 'trace');
    expect([refused instanceof Refused, refused.path, cause]).toEqual([true, ['school', 0], null]);
  });

  test('C-28 our log keeps code, constraint and table of a database error, and none of its words', () => {
    const cause = loggableCause(new Error('insert … (marie@example.org)', { cause: driver('23505') }));
    expect(cause).toMatchObject({ code: '23505', constraint: 'person_email', table: 'person', message: 'The database refused' });
    expect(JSON.stringify(cause)).not.toContain('marie');
  });
});
