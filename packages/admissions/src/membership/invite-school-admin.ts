import { readSchools } from '@guichet/database/school/school.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { faultsOfInvited, type PeopleFault } from '@guichet/domain/account/people';
import { normalText } from '@guichet/domain/text/plain-text';
import { inviteByMail } from '../account/invite-by-mail.ts';
import { type Outcome, once } from '../once.ts';

export interface InviteSchoolAdminInput {
  readonly schoolId: string;
  readonly email: string;
  readonly displayName: string;
  readonly locale: 'fr' | 'en';
  readonly idempotencyKey: string;
}

/** The consortium invites a school's administrator, who invites the rest of the team. */
export const inviteSchoolAdmin = (
  work: Work,
  { idempotencyKey: key, ...given }: InviteSchoolAdminInput,
): Promise<Outcome<PeopleFault>> =>
  once<PeopleFault>(work, { operation: 'inviteSchoolAdmin', key, input: { ...given } }, async () => {
    const [school] = await readSchools(work.db, { ids: [given.schoolId] });
    if (!school) throw new NotFound();
    const invited = { ...given, displayName: normalText(given.displayName) };
    const refused = faultsOfInvited(invited);
    if (refused.length > 0) return { refused };
    const { id } = await inviteByMail(work, { ...invited, to: { schoolId: school.id, functions: ['ADMIN'] } });
    return { done: { invitationId: id } };
  });
