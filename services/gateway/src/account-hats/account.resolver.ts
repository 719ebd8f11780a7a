import { type Wearable, wearableHats } from '@guichet/admissions/account/choose-hat';
import { Ctx, Query, Resolver } from 'type-graphql';
import { encodeId } from '../connection/node-id.ts';
import { unauthenticated } from '../errors/refused.ts';
import type { Context } from '../principal/request-context.ts';
import { AccountType } from './account.type.ts';

@Resolver()
export class AccountResolver {
  @Query(() => AccountType, { nullable: true, description: 'Whoever is signed in. Null with `UNAUTHENTICATED` for nobody.' })
  account(@Ctx() { asking }: Context) {
    const { session, hats } = asking;
    if (!session || !hats) throw unauthenticated(asking.missing);
    const { email, locale } = session;
    return {
      email,
      locale,
      hasSecondFactor: session.hasSecondFactor,
      hats: wearableHats(hats).map(hatOf),
      memberships: hats.memberships,
    };
  }
}

const hatOf = (hat: Wearable) =>
  hat.kind === 'SCHOOL'
    ? { value: encodeId('Membership', hat.membership.id), kind: hat.kind, membership: hat.membership }
    : { value: hat.kind.toLowerCase(), kind: hat.kind, membership: null };
