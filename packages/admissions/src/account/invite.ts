import { createHash, randomBytes } from 'node:crypto';
import type { Work } from '@guichet/database/session/work';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { type RawBuilder, sql } from 'kysely';
import { tracePerson, traceSchool } from '../audit/trace.ts';
import { lockPeople } from '../membership/lock-people.ts';

/** Who is invited to what: functions in one school, or the consortium's right. */
export interface Invited {
  readonly email: string;
  readonly displayName: string;
  readonly to: { readonly schoolId: string; readonly functions: readonly SchoolFunction[] } | 'CONSORTIUM';
  /** The language of its mail; French unless told otherwise. */
  readonly locale?: 'fr' | 'en';
}

/** An invitation as it was written, with the token nobody keeps. */
export interface WrittenInvitation {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/** Days an invitation stands. */
export const invitationDays = 14;

/**
 * Writes a single-use invitation bound to one address, its functions frozen, and answers the link's token: 256 random bits that
 * are nowhere kept, only their digest. What was sent to the same address for the same team before ends with it.
 */
export async function invite(work: Work, { email, displayName, to, locale = 'fr' }: Invited): Promise<WrittenInvitation> {
  const address = canonicalEmail(email);
  if (address === null) throw new RangeError('Not an e-mail address');
  const token = randomBytes(32).toString('base64url');
  const digest = createHash('sha256').update(token).digest();
  const expiresAt = work.asOf.add({ hours: 24 * invitationDays });
  const id = crypto.randomUUID();
  const common = sql`${id}, ${address}, ${displayName}, ${locale}, ${digest}, ${work.hat.principal}, ${work.asOf.toString()}, ${expiresAt.toString()}`;
  await lockPeople(work, to);
  await (to === 'CONSORTIUM' ? toConsortium(work, address, common) : toSchool(work, { address, common, ...to }));
  await (work.hat.kind === 'school' ? traceSchool : tracePerson)(work, 'INVITATION_SENT', id);
  return { id, token, expiresAt };
}

async function toConsortium({ db, asOf }: Work, address: string, common: RawBuilder<unknown>) {
  await sql`update app.consortium_invitation set ended_at = ${asOf.toString()}
    where email = ${address} and accepted_at is null and ended_at is null`.execute(db);
  await sql`insert into app.consortium_invitation (id, email, display_name, locale, digest, inviter_id, at, expires_at)
    values (${common})`.execute(db);
}

interface ToSchool {
  readonly address: string;
  readonly common: RawBuilder<unknown>;
  readonly schoolId: string;
  readonly functions: readonly SchoolFunction[];
}

async function toSchool({ db, asOf, hat }: Work, { address, common, schoolId, functions }: ToSchool) {
  await sql`update app.invitation set ended_at = ${asOf.toString()}
    where school_id = ${schoolId} and email = ${address} and accepted_at is null and ended_at is null`.execute(db);
  await sql`insert into app.invitation (school_id, functions, by_consortium, id, email, display_name, locale, digest, inviter_id, at, expires_at)
    values (${schoolId}, ${functions}, ${hat.kind !== 'school'}, ${common})`.execute(db);
}
