import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { AccountType, LoginSessionType } from './account.type.ts';
import { accountOf, hasReturnedMail, loginSessionsOf } from './signed-in.ts';

@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountType, { nullable: true, description: 'Whoever is signed in. Null with `UNAUTHENTICATED` for nobody.' })
  account(@Ctx() context: Context) {
    return accountOf(context);
  }

  @FieldResolver({ description: 'Whether the last mail to this address came back: it takes no mail (courriel revenu).' })
  hasReturnedMail(@Ctx() context: Context): Promise<boolean> {
    return hasReturnedMail(context);
  }

  @FieldResolver(() => [LoginSessionType], {
    description: 'Devices signed in on, the last used first, ten at most (sessions de connexion).',
  })
  loginSessions(@Ctx() context: Context) {
    return loginSessionsOf(context);
  }
}
