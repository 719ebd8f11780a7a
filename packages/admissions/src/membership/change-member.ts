import { type MemberRow, readMembers } from '@guichet/database/membership/member.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { losesLastAdmin, type PeopleFault } from '@guichet/domain/account/people';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { lockPeople } from './lock-people.ts';

export type MemberObjection =
  | PeopleFault
  | { readonly reason: 'LAST_ADMIN'; readonly path: readonly string[] }
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number };

export interface ChangedMember {
  readonly membershipId: string;
  readonly expectedVersion: number;
  /** From now on; none ends the membership. */
  readonly functions: readonly SchoolFunction[];
}

/** Writes what a member of the acting school holds from now on, unless the school would lose its last administrator. */
export async function changeMember(work: Work, change: ChangedMember): Promise<Outcome<MemberObjection>> {
  const schoolId = work.hat.school ?? '';
  await lockPeople(work, { schoolId });
  const members = await readMembers(work.db, schoolId);
  const member = members.find(({ id }) => id === change.membershipId);
  if (!member) throw new NotFound();
  const refused = objections(members, member, change);
  if (refused.length > 0) return { refused };
  await write(work, member, change.functions);
  return { done: { membershipId: member.id } };
}

function objections(members: readonly MemberRow[], member: MemberRow, { functions, expectedVersion }: ChangedMember) {
  if (member.version !== expectedVersion) return [{ reason: 'STALE_VERSION' as const, currentVersion: member.version }];
  const otherAdmins = members.filter(({ id, functions: held }) => id !== member.id && held.includes('ADMIN')).length;
  const losing = { isAdmin: member.functions.includes('ADMIN'), staysAdmin: functions.includes('ADMIN'), otherAdmins };
  return losesLastAdmin(losing) ? [{ reason: 'LAST_ADMIN' as const, path: ['membershipId'] }] : [];
}

async function write({ db, asOf }: Work, { schoolId, id }: MemberRow, functions: readonly SchoolFunction[]) {
  // What an ended membership held stays told.
  const change = functions.length === 0 ? sql`ended_at = ${asOf.toString()}` : sql`functions = ${functions}`;
  await sql`update app.membership set ${change}, version = version + 1 where school_id = ${schoolId} and id = ${id}`.execute(db);
}
