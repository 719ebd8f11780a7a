import type { FiledSchool } from '@guichet/database/application/application.read';
import type { Work } from '@guichet/database/session/work';
import type { WithdrawalReason } from '@guichet/domain/application/withdrawal';
import { sql } from 'kysely';
import { rowsOf } from './rows-of.ts';
import { newestCopy } from './standing-copy.ts';

interface Withdrawing {
  readonly candidateId: string;
  readonly schools: readonly FiledSchool[];
  readonly reason: WithdrawalReason;
}

/** A row per school; an effect of the database moves each candidacy, and refuses the whole act when one did not move. */
export async function writeWithdrawals({ db, asOf }: Work, { candidateId, schools, reason }: Withdrawing): Promise<void> {
  const rows = schools.map((school) => ({
    schoolId: school.schoolId,
    candidacyId: school.candidacyId,
    number: newestCopy(school).number,
  }));
  await sql`
    insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
    select r."schoolId", gen_random_uuid(), r."candidacyId", ${candidateId}, r.number, ${reason}, ${asOf.toString()}
    from ${rowsOf(rows, '"schoolId" uuid, "candidacyId" uuid, number int')}`.execute(db);
}

/** What one school's trail is to hold of an act of its candidate. */
export interface SchoolTrace {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly act: string;
}

/** A line per school whose own side changed; it names no actor, for the candidate acted. */
export async function traceAtSchools({ db, asOf }: Work, lines: readonly SchoolTrace[]): Promise<void> {
  await sql`
    insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select r."schoolId", gen_random_uuid(), null, r.act, r."candidacyId", ${asOf.toString()}
    from ${rowsOf(lines, '"schoolId" uuid, "candidacyId" uuid, act text')}`.execute(db);
}
