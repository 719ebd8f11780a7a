import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { overloaded, type ReaderFull } from '@guichet/domain/assignment/room';
import { sql } from 'kysely';

/** A member of the acting school who is to read, or did. */
export interface NamedReader {
  readonly membershipId: string;
  readonly accountId: string;
  readonly name: string;
  readonly functions: readonly SchoolFunction[];
  readonly isMember: boolean;
}

/** Why a member is given nothing to read, or nothing masked. */
export type ReaderObjection =
  | { readonly reason: 'NOT_A_READER'; readonly reader: string }
  | { readonly reason: 'READER_SEES_NAMES'; readonly reader: string };

/** Members of the acting school by membership, also those who left; absent and foreign ones answer alike. */
export async function namedReaders({ db, hat }: Work, membershipIds: readonly string[]): Promise<readonly NamedReader[]> {
  const { rows } = await sql<NamedReader>`
    select id as "membershipId", account_id as "accountId", display_name as name, functions, ended_at is null as "isMember"
    from app.membership where school_id = ${hat.school} and id = any(${membershipIds}::uuid[])`.execute(db);
  if (rows.length !== new Set(membershipIds).size) throw new NotFound();
  return rows;
}

/** Only a reviewer reads; and a mask is none for whoever meets the names on the desk (decision 0014). */
export const objectionsToReaders = (readers: readonly NamedReader[], isMasked: boolean): readonly ReaderObjection[] =>
  readers.flatMap(({ name, functions, isMember }): readonly ReaderObjection[] => {
    if (!isMember || !functions.includes('REVIEWER')) return [{ reason: 'NOT_A_READER', reader: name }];
    return isMasked && functions.length > 1 ? [{ reason: 'READER_SEES_NAMES', reader: name }] : [];
  });

/** Locks the profiles of some readers, in one order for everybody: who assigns at the same moment waits, then counts. */
export async function lockProfiles({ db, hat }: Work, accountIds: readonly string[]): Promise<void> {
  await sql`select reader_id from app.reader_profile
    where school_id = ${hat.school} and reader_id = any(${accountIds}::uuid[]) order by reader_id for update`.execute(db);
}

/** Readers whom an act, just written, gave more than they take in some campaign. */
export async function filledBy({ db, hat }: Work, actId: string): Promise<readonly ReaderFull[]> {
  const { rows } = await sql<{ name: string; largestLoad: number; load: number }>`
    select m.display_name as name, p.largest_load as "largestLoad", count(*)::int as load
    from app.reader_profile p
    join app.membership m on m.school_id = p.school_id and m.account_id = p.reader_id
    join app.assignment a on a.school_id = p.school_id and a.reader_id = p.reader_id and a.ended_at is null
    join app.candidacy c on c.school_id = a.school_id and c.id = a.candidacy_id and c.state not in ('WITHDRAWN', 'WITHDRAWN_LATE')
    where p.school_id = ${hat.school} and p.largest_load is not null
    group by p.reader_id, m.display_name, p.largest_load, c.campaign_id
    having bool_or(a.act_id = ${actId}) order by m.display_name, p.reader_id`.execute(db);
  return overloaded(rows);
}
