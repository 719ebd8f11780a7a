import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { allow, fieldsOf } from '../permissions/permission.ts';
import type { Context } from '../principal/request-context.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('RateLimit', { description: 'What the asking principal may still spend (quota).', simpleResolvers: true })
export class RateLimitType {
  @Field(() => Int, { description: 'The fullest the budget gets, in cost.' })
  readonly limit!: number;

  @Field(() => Int, { description: 'What is left of it now, at this gateway.' })
  readonly remaining!: number;

  @Field(() => DateTime, { description: 'When it is full again if nothing more is spent.' })
  readonly resetAt!: Temporal.Instant;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimitType, { description: 'What is left to spend; a document that asks nothing else spends nothing.' })
  async rateLimit(@Ctx() context: Context): Promise<RateLimitType> {
    const { capacity, available, secondsToFull } = context.balance();
    const { asOf } = await context.work();
    return { limit: capacity, remaining: available, resetAt: asOf.add({ seconds: secondsToFull }) };
  }
}

export const rateLimitPermissions = {
  ...fieldsOf('Query', allow, ['rateLimit']),
  ...fieldsOf('RateLimit', allow, ['limit', 'remaining', 'resetAt']),
};
