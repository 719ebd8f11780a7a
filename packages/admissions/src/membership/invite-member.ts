import type { Work } from '@guichet/database/session/work';
import { faultsOfFunctions, faultsOfInvited, type PeopleFault } from '@guichet/domain/account/people';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { normalText } from '@guichet/domain/text/plain-text';
import { inviteByMail } from '../account/invite-by-mail.ts';
import { type Outcome, once } from '../once.ts';

export interface InviteMemberInput {
  readonly email: string;
  readonly displayName: string;
  readonly functions: readonly SchoolFunction[];
  readonly locale: 'fr' | 'en';
  readonly idempotencyKey: string;
}

/** Invites somebody to the acting school; whether the address has an account is neither asked nor told. */
export const inviteMember = (work: Work, { idempotencyKey: key, ...given }: InviteMemberInput): Promise<Outcome<PeopleFault>> =>
  once<PeopleFault>(work, { operation: 'inviteMember', key, input: { ...given } }, async () => {
    const invited = { ...given, displayName: normalText(given.displayName) };
    const refused = [...faultsOfInvited(invited), ...faultsOfFunctions(invited.functions)];
    if (refused.length > 0) return { refused };
    const to = { schoolId: work.hat.school ?? '', functions: invited.functions };
    const { id } = await inviteByMail(work, { ...invited, to });
    return { done: { invitationId: id } };
  });
