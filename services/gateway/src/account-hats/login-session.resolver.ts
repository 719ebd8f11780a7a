import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ending } from '../account/session/login-sessions.ts';
import { notFound, Refused } from '../errors/refused.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import {
  EndLoginSessionInput,
  EndLoginSessionPayload,
  EndOtherLoginSessionsInput,
  EndOtherLoginSessionsPayload,
} from './login-session.type.ts';
import { accountOf, signedIn } from './signed-in.ts';

@Resolver()
export class LoginSessionResolver {
  @Mutation(() => EndLoginSessionPayload, {
    description: 'Signs one of one’s own devices out, at its next request (déconnecter un appareil).',
  })
  async endLoginSession(
    @Arg('input', () => EndLoginSessionInput, { description: 'Which.' }) input: EndLoginSessionInput,
    @Ctx() context: Context,
  ) {
    const wanted = { sessionId: requiredId('LoginSession', input.loginSessionId), key: input.idempotencyKey };
    return answered(await context.loginSessions.endOne(signedIn(context).session, wanted), context);
  }

  @Mutation(() => EndOtherLoginSessionsPayload, {
    description: 'Signs every device out but the one that asks, at their next request (déconnecter les autres appareils).',
  })
  async endOtherLoginSessions(
    @Arg('input', () => EndOtherLoginSessionsInput, { description: 'Under which key.' }) input: EndOtherLoginSessionsInput,
    @Ctx() context: Context,
  ) {
    return answered(await context.loginSessions.endOthers(signedIn(context).session, input.idempotencyKey), context);
  }
}

function answered(ending: Ending, context: Context) {
  if (ending === 'NOT_FOUND') throw notFound();
  if (ending === 'KEY_REUSED') throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return { account: accountOf(context), userErrors: [] };
}
