import type { Work } from '@guichet/database/session/work';
import { faultsOfInvited, type PeopleFault } from '@guichet/domain/account/people';
import { normalText } from '@guichet/domain/text/plain-text';
import { inviteByMail } from '../account/invite-by-mail.ts';
import { type Outcome, once } from '../once.ts';

export interface InviteAdministratorInput {
  readonly email: string;
  readonly displayName: string;
  readonly locale: 'fr' | 'en';
  readonly idempotencyKey: string;
}

/** Invites somebody to administer the consortium. */
export const inviteAdministrator = (
  work: Work,
  { idempotencyKey: key, ...given }: InviteAdministratorInput,
): Promise<Outcome<PeopleFault>> =>
  once<PeopleFault>(work, { operation: 'inviteAdministrator', key, input: { ...given } }, async () => {
    const invited = { ...given, displayName: normalText(given.displayName) };
    const refused = faultsOfInvited(invited);
    if (refused.length > 0) return { refused };
    const { id } = await inviteByMail(work, { ...invited, to: 'CONSORTIUM' });
    return { done: { invitationId: id } };
  });
