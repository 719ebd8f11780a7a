import { createHash, randomBytes } from 'node:crypto';
import type { Work } from '@guichet/database/session/work';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';

/** Who is invited to what: functions in one school, or the consortium's right. */
export interface Invited {
  readonly email: string;
  readonly displayName: string;
  readonly to: { readonly schoolId: string; readonly functions: readonly SchoolFunction[] } | 'CONSORTIUM';
}

/** Days an invitation stands. */
export const invitationDays = 14;

/**
 * Writes a single-use invitation bound to one address, its functions frozen, and answers the link's token: 256 random bits that
 * are nowhere kept, only their digest.
 */
export async function invite(
  work: Work,
  { email, displayName, to }: Invited,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const address = canonicalEmail(email);
  if (address === null) throw new RangeError('Not an e-mail address');
  const token = randomBytes(32).toString('base64url');
  const digest = createHash('sha256').update(token).digest();
  const expiresAt = work.asOf.add({ hours: 24 * invitationDays });
  const id = crypto.randomUUID();
  const common = sql`${id}, ${address}, ${displayName}, ${digest}, ${work.hat.principal}, ${work.asOf.toString()}, ${expiresAt.toString()}`;
  if (to === 'CONSORTIUM') {
    await sql`insert into app.consortium_invitation (id, email, display_name, digest, inviter_id, at, expires_at) values (${common})`.execute(
      work.db,
    );
  } else {
    await sql`insert into app.invitation (school_id, functions, id, email, display_name, digest, inviter_id, at, expires_at)
      values (${to.schoolId}, ${to.functions}, ${common})`.execute(work.db);
  }
  await tracePerson(work, 'INVITATION_SENT', id);
  return { token, expiresAt };
}
