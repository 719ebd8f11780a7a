import { wearableHats } from '@guichet/admissions/account/choose-hat';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AcceptInvitationInput } from '../membership/membership-inputs.type.ts';
import { AcceptInvitationPayload } from '../membership/membership-payloads.type.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { hatOf, signedIn } from './signed-in.ts';

@Resolver()
export class AcceptInvitationResolver {
  @Mutation(() => AcceptInvitationPayload, {
    description:
      'Accepts an invitation addressed to whoever is signed in, whatever the hat; a new session begins and the others end (accepter).',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Which.' }) input: AcceptInvitationInput,
    @Ctx() context: Context,
  ): Promise<AcceptInvitationPayload> {
    const { outcome, hats } = await context.rights.accept(signedIn(context).session, input);
    const { changed, userErrors } = await payloadOf(outcome, context, async ({ schoolId }) =>
      wearableHats(hats).find((hat) =>
        schoolId === undefined ? hat.kind === 'CONSORTIUM' : hat.kind === 'SCHOOL' && hat.membership.schoolId === schoolId,
      ),
    );
    return { hat: changed ? hatOf(changed) : null, userErrors };
  }
}
