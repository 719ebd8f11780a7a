import { readPresentedInvitation } from '@guichet/database/membership/presented-invitation.read';
import type { Work } from '@guichet/database/session/work';
import { acceptInvitation } from '../account/accept-invitation.ts';
import { type Outcome, once } from '../once.ts';

/** Used, withdrawn, out of time, sent to another address, or never sent: one answer for all. */
export interface InvitationRefused {
  readonly reason: 'INVITATION_REFUSED';
  readonly path: readonly string[];
}

/** Accepts the invitation whose link this work presents, once; answers the school joined, or the consortium. */
export const takeInvitation = (work: Work, key: string): Promise<Outcome<InvitationRefused>> =>
  once<InvitationRefused>(work, { operation: 'acceptInvitation', key, input: { digest: work.hat.presented ?? '' } }, async () => {
    const invitation = await readPresentedInvitation(work.db);
    if (!invitation || (await acceptInvitation(work)) === 'REFUSED')
      return { refused: [{ reason: 'INVITATION_REFUSED', path: ['token'] }] };
    return { done: invitation.schoolId === null ? { consortium: 'yes' } : { schoolId: invitation.schoolId } };
  });
