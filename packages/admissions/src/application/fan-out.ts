import type { ApplicationDraft } from '@guichet/database/application/application-draft.read';
import type { StandingChoice } from '@guichet/database/application/standing-choices.read';
import type { Work } from '@guichet/database/session/work';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { type RawBuilder, sql } from 'kysely';
import { contentForSchools, identityForSchools, type SchoolCopy } from './school-copies.ts';

/** One submission on its way to the schools. */
export interface Submission {
  readonly draft: ApplicationDraft;
  readonly snapshotId: string;
  readonly copies: readonly SchoolCopy[];
  readonly dropped: readonly StandingChoice[];
}

/**
 * Writes what every chosen school reads: one statement per table whatever the number of schools, one shared instant, rows in the
 * random order of the copies. Nothing is read back: the candidate's role may not read a school's rows.
 */
export async function fanOut(work: Work, submission: Submission): Promise<void> {
  const { copies } = submission;
  const first = copies.filter(({ isFirst }) => isFirst);
  const written = copies.filter(({ isWritten }) => isWritten);
  if (first.length > 0) await fileCandidacies(work, submission, first);
  if (written.length > 0) await writeCopies(work, submission, written);
  await writeChoices(work, submission);
  if (submission.dropped.length > 0) await withdrawDropped(work, submission);
  await trace(work, submission, written);
}

const rowsOf = (rows: readonly object[], shape: string): RawBuilder<unknown> =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (${sql.raw(shape)})`;

async function fileCandidacies({ db, asOf }: Work, { draft }: Submission, first: readonly SchoolCopy[]) {
  const rows = first.map(({ schoolId, candidacyId, noticeVersionId }) => ({ schoolId, candidacyId, noticeVersionId }));
  const source = rowsOf(rows, '"schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid');
  await sql`
    insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
    select r."schoolId", r."candidacyId", ${draft.candidateId}, ${draft.campaignId}, r."noticeVersionId", ${asOf.toString()}, 'RECEIVED', 1, 1
    from ${source}`.execute(db);
  await sql`
    insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id)
    select ${draft.candidateId}, r."schoolId", r."candidacyId", ${draft.campaignId} from ${source}`.execute(db);
}

async function writeCopies({ db, asOf }: Work, { draft }: Submission, written: readonly SchoolCopy[]) {
  const source = rowsOf(
    written,
    '"schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, number int, digest text, "specialismIds" json',
  );
  const { institution, uai, country } = newestInstitution(draft);
  await sql`
    insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_id, country,
      notice_version_id, received_at)
    select r."schoolId", r."candidacyId", r.number, ${draft.candidateId}, ${draft.reference}, r.digest, ${institution}, (select i.id from app.institution i where i.uai = ${uai}),
      ${country}, r."noticeVersionId", ${asOf.toString()} from ${source}`.execute(db);
  const identity = draft.identity;
  if (!identity) throw new Error('A dossier without identity passed its rules');
  await sql`
    insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
    select r."schoolId", r."candidacyId", r.number, ${draft.candidateId}, ${identity.lastName}, ${identity.firstNames},
      ${searchKey(`${identity.lastName} ${identity.firstNames}`)}, ${identity.birthDate}, ${JSON.stringify(identityForSchools(draft))}::jsonb
    from ${source}`.execute(db);
  await sql`
    insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
    select r."schoolId", r."candidacyId", r.number, ${draft.candidateId}, ${JSON.stringify(contentForSchools(draft))}::jsonb
    from ${source}`.execute(db);
  await sql`
    insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
    select r."schoolId", r."candidacyId", r.number, s.position, ${draft.candidateId}, s.id::uuid
    from ${source}, json_array_elements_text(r."specialismIds") with ordinality s (id, position)`.execute(db);
}

async function writeChoices({ db }: Work, { draft, snapshotId, copies }: Submission) {
  const source = rowsOf(
    copies,
    '"schoolId" uuid, "candidacyId" uuid, number int, digest text, "noticeVersionId" uuid, "preferenceRank" int',
  );
  await sql`
    insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
    select ${draft.candidateId}, ${snapshotId}, r."schoolId", r."candidacyId", r.number, r.digest, r."noticeVersionId" from ${source}`.execute(
    db,
  );
  await sql`
    insert into app.preference (candidate_id, snapshot_id, school_id, rank)
    select ${draft.candidateId}, ${snapshotId}, r."schoolId", r."preferenceRank" from ${source} where r."preferenceRank" is not null`.execute(
    db,
  );
}

async function withdrawDropped({ db, asOf }: Work, { draft, dropped }: Submission) {
  const rows = dropped.map(({ schoolId, candidacyId }) => ({ schoolId, candidacyId }));
  await sql`
    insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, reason, at)
    select r."schoolId", gen_random_uuid(), r."candidacyId", ${draft.candidateId}, 'CHANGED_PLANS', ${asOf.toString()}
    from ${rowsOf(rows, '"schoolId" uuid, "candidacyId" uuid')}`.execute(db);
}

/** A school gets a line only when its own side changed; the line names no actor, for the candidate acted. */
async function trace({ db, asOf, hat }: Work, { draft, dropped }: Submission, written: readonly SchoolCopy[]) {
  const rows = [
    ...written.map(({ schoolId, candidacyId, isFirst }) => ({
      schoolId,
      candidacyId,
      act: isFirst ? 'CANDIDACY_RECEIVED' : 'COPY_RECEIVED',
    })),
    ...dropped.map(({ schoolId, candidacyId }) => ({ schoolId, candidacyId, act: 'CANDIDACY_WITHDRAWN' })),
  ];
  await sql`
    insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select r."schoolId", gen_random_uuid(), null, r.act, r."candidacyId", ${asOf.toString()}
    from ${rowsOf(rows, '"schoolId" uuid, "candidacyId" uuid, act text')}`.execute(db);
  await sql`
    insert into app.audit_person (id, principal_id, hat, act, object_id, at)
    values (${crypto.randomUUID()}, ${hat.principal}, 'candidate', 'APPLICATION_SUBMITTED', ${draft.id}, ${asOf.toString()})`.execute(
    db,
  );
}

/** The institution a list shows: that of the newest year of studies. */
function newestInstitution({ studies }: ApplicationDraft) {
  const newest = studies.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  return {
    institution: newest?.institutionName ?? null,
    uai: newest?.institutionUai ?? null,
    country: newest?.country ?? null,
  };
}
