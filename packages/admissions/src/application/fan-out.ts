import type { ApplicationRow, FiledSchool, SubmittedDossier } from '@guichet/database/application/application.read';
import type { Work } from '@guichet/database/session/work';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { lostOn } from '../lost-to-another.ts';
import { rowsOf } from './rows-of.ts';
import { contentForSchools, identityForSchools, type SchoolCopy } from './school-copies.ts';
import { traceAtSchools, writeWithdrawals } from './write-withdrawals.ts';

/** One submission on its way to the schools. */
export interface Submission {
  readonly application: ApplicationRow;
  readonly dossier: SubmittedDossier;
  readonly snapshotId: string;
  readonly copies: readonly SchoolCopy[];
  /** Schools that stood and are chosen no more. */
  readonly dropped: readonly FiledSchool[];
}

/**
 * Writes what every chosen school reads: one statement per table whatever the number of schools, one shared instant, rows in the
 * random order of the copies. Nothing is read back: the candidate's role may not read a school's rows.
 */
export async function fanOut(work: Work, submission: Submission): Promise<void> {
  const { copies } = submission;
  const first = copies.filter(({ isFirst }) => isFirst);
  const written = copies.filter(({ isWritten }) => isWritten);
  // In this order, and none waits for another: whoever refers to a row comes behind it.
  await Promise.all([
    ...(first.length > 0 ? [fileCandidacies(work, submission, first)] : []),
    ...(written.length > 0 ? [writeCopies(work, submission, written)] : []),
    writeChoices(work, submission),
    ...(submission.dropped.length > 0 ? [withdrawDropped(work, submission)] : []),
    trace(work, submission, written),
  ]);
}

async function fileCandidacies({ db, asOf }: Work, { application }: Submission, first: readonly SchoolCopy[]) {
  const rows = first.map(({ schoolId, candidacyId, noticeVersionId, specialismIds }) => ({
    schoolId,
    candidacyId,
    noticeVersionId,
    specialismIds,
  }));
  const source = rowsOf(rows, '"schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, "specialismIds" json');
  // A school that left after the members were read: judged again, the dossier is told so in words.
  const opening = sql`
    insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number, specialism_ids)
    select r."schoolId", r."candidacyId", ${application.candidateId}, ${application.campaignId}, r."noticeVersionId", ${asOf.toString()}, 'RECEIVED', 1, 1,
      array(select s.id::uuid from json_array_elements_text(r."specialismIds") with ordinality s (id, position) order by s.position)
    from ${source}`
    .execute(db)
    .catch(lostOn('23503'));
  const filing = sql`
    insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id)
    select ${application.candidateId}, r."schoolId", r."candidacyId", ${application.campaignId} from ${source}`.execute(db);
  await Promise.all([opening, filing]);
}

async function writeCopies({ db, asOf }: Work, { application, dossier }: Submission, written: readonly SchoolCopy[]) {
  const source = rowsOf(
    written,
    '"schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, number int, digest text, "specialismIds" json',
  );
  const { institution, uai, country } = newestInstitution(dossier);
  const head = sql`
    insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_id, institution_key, country,
      notice_version_id, received_at)
    select r."schoolId", r."candidacyId", r.number, ${application.candidateId}, ${dossier.reference}, r.digest, ${institution}, (select i.id from app.institution i where i.uai = ${uai}),
      ${uai === null && institution !== null ? searchKey(institution) : null}::text, ${country}, r."noticeVersionId", ${asOf.toString()} from ${source}`.execute(
    db,
  );
  const { identity } = dossier;
  const names = sql`
    insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
    select r."schoolId", r."candidacyId", r.number, ${application.candidateId}, ${identity.lastName}, ${identity.firstNames},
      ${searchKey(`${identity.lastName} ${identity.firstNames}`)}, ${identity.birthDate}, ${JSON.stringify(identityForSchools(dossier))}::jsonb
    from ${source}`.execute(db);
  const content = sql`
    insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
    select r."schoolId", r."candidacyId", r.number, ${application.candidateId}, ${JSON.stringify(contentForSchools(dossier))}::jsonb
    from ${source}`.execute(db);
  const specialisms = sql`
    insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
    select r."schoolId", r."candidacyId", r.number, s.position, ${application.candidateId}, s.id::uuid
    from ${source}, json_array_elements_text(r."specialismIds") with ordinality s (id, position)`.execute(db);
  await Promise.all([head, names, content, specialisms]);
}

async function writeChoices({ db }: Work, { application, snapshotId, copies }: Submission) {
  const source = rowsOf(
    copies,
    '"schoolId" uuid, "candidacyId" uuid, number int, digest text, "noticeVersionId" uuid, "preferenceRank" int',
  );
  const chosen = sql`
    insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
    select ${application.candidateId}, ${snapshotId}, r."schoolId", r."candidacyId", r.number, r.digest, r."noticeVersionId" from ${source}`.execute(
    db,
  );
  const preferred = sql`
    insert into app.preference (candidate_id, snapshot_id, school_id, rank)
    select ${application.candidateId}, ${snapshotId}, r."schoolId", r."preferenceRank" from ${source} where r."preferenceRank" is not null`.execute(
    db,
  );
  await Promise.all([chosen, preferred]);
}

async function withdrawDropped(work: Work, { application, dropped }: Submission) {
  // One neutral word for both acts: a school learns that it was withdrawn, not how.
  await writeWithdrawals(work, { candidateId: application.candidateId, schools: dropped, reason: 'CHANGED_PLANS' });
}

/** A school gets a line only when its own side changed; the line names no actor, for the candidate acted. */
async function trace(work: Work, { application, dropped }: Submission, written: readonly SchoolCopy[]) {
  const rows = [
    ...written.map(({ schoolId, candidacyId, isFirst }) => ({
      schoolId,
      candidacyId,
      act: isFirst ? 'CANDIDACY_RECEIVED' : 'COPY_RECEIVED',
    })),
    ...dropped.map(({ schoolId, candidacyId }) => ({ schoolId, candidacyId, act: 'CANDIDACY_WITHDRAWN' })),
  ];
  await Promise.all([traceAtSchools(work, rows), tracePerson(work, 'APPLICATION_SUBMITTED', application.id)]);
}

/** The institution a list shows: that of the newest year of studies. */
export function newestInstitution({ studies }: SubmittedDossier) {
  const newest = studies.toSorted((a, b) => b.year - a.year)[0];
  return {
    institution: newest?.institutionName ?? null,
    uai: newest?.institutionUai ?? null,
    country: newest?.country ?? null,
  };
}
