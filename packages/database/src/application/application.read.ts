import type {
  Answers,
  ApplicationState,
  Contact,
  Draft,
  DraftChoice,
  Identity,
  Qualification,
  SpecialArrangements,
  StudyYear,
} from '@guichet/domain/application/application';
import type { WithdrawalReason } from '@guichet/domain/application/withdrawal';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type SchoolRow, schoolJson } from '../school/school.read.ts';

/** A school chosen, under a random id that stays with it from draft to draft: the candidate's handle, told to no school. */
export interface ChosenSchool extends DraftChoice {
  readonly id: string;
}

/** What a snapshot holds: the whole dossier but the arrangements, which are a class of their own. */
export interface SubmittedDossier {
  readonly reference: string;
  /** The account's verified address. */
  readonly email: string;
  readonly identity: Identity;
  readonly contact: Contact;
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification;
  readonly answers: Answers;
  readonly examCentreId: string | null;
  readonly choices: readonly ChosenSchool[];
}

/** A copy a school reads, at the instant of the snapshot that wrote it; instants as ISO text. */
export interface FiledCopy {
  readonly number: number;
  readonly digest: string;
  readonly noticeVersionId: string;
  readonly at: string;
}

/** Everything a candidate filed at one school, oldest first: the candidacy itself is out of the candidate's reach. */
export interface FiledSchool {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly copies: readonly FiledCopy[];
  readonly withdrawals: readonly { readonly number: number; readonly reason: WithdrawalReason; readonly at: string }[];
}

/** A school as far as its dossier was read. */
export type ToldSchool = Pick<SchoolRow, 'id' | 'name'> & Partial<SchoolRow>;

/** One own dossier: the draft, what stands as submitted, and what each school was sent. */
export interface ApplicationRow extends Draft {
  readonly id: string;
  readonly candidateId: string;
  readonly campaignId: string;
  readonly reference: string;
  /** The account's verified address. */
  readonly email: string;
  readonly state: ApplicationState;
  readonly version: number;
  readonly isBeingRevised: boolean;
  readonly snapshotNumber: number;
  readonly submittedAt: Temporal.Instant | null;
  readonly choices: readonly ChosenSchool[];
  /** The standing snapshot. */
  readonly submitted: SubmittedDossier | null;
  readonly submittedArrangements: SpecialArrangements | null;
  readonly filed: readonly FiledSchool[];
  /** The schools drafted or submitted; read in names, an id and a name each. */
  readonly schools: readonly ToldSchool[];
  /** When its campaign closes, and in which zone dates are told. */
  readonly closesAt: Temporal.Instant;
  readonly zone: string;
  /** The database's clock when it was read. */
  readonly readAt: Temporal.Instant;
}

type Stored = Omit<ApplicationRow, 'submittedAt' | 'closesAt' | 'readAt'> & {
  /** Told in brief alone: whether the candidate ever withdrew from a school. */
  readonly hasWithdrawn?: boolean;
  /** Told in brief alone, and only where a draft is shown. */
  readonly ofCandidate?: Pick<Draft, 'identity' | 'contact'> | null;
  readonly submittedAt: string | null;
  readonly closesAt: string;
  readonly readAt: string;
};

/** What a dossier in names tells of its schools: a line for each it was filed at, and the drafted ones where a draft is shown. */
interface InNames {
  readonly filed: readonly (readonly [schoolId: string, candidacyId: string, name: SchoolRow['name']])[];
  readonly schools: readonly ToldSchool[] | null;
}

// Whoever never withdrew has filed at every school of what was submitted: unless a draft is shown, no other name is asked for.
const fromLines = ({ filed, schools }: InNames): Pick<ApplicationRow, 'filed' | 'schools'> => ({
  filed: filed.map(([schoolId, candidacyId]) => ({ schoolId, candidacyId, copies: [], withdrawals: [] })),
  schools: schools ?? filed.map(([id, , name]) => ({ id, name })),
});

export type WhichApplications = { readonly ids: readonly string[] } | { readonly ofCampaign: string };

/**
 * How much of a dossier is read. In brief, what stands in tables of its own is left out: the address, the arrangements, and the copies that
 * schools were sent. So is the draft behind what was submitted, and its schools. In names, no more is told of a school than its name.
 */
export type Extent = 'WHOLE' | 'IN_BRIEF' | 'IN_NAMES';

/**
 * Own dossiers by id, or the one of a campaign. Whoever ever withdrew from a school has it read whole, whatever was wanted: which copy is the
 * newest tells whether its candidacy stands.
 */
export async function readApplications(
  db: Kysely<unknown>,
  which: WhichApplications,
  extent: Extent = 'WHOLE',
): Promise<ApplicationRow[]> {
  const { columns, tables, filed, schools } = extents[extent];
  const condition = 'ids' in which ? sql`a.id = any(${which.ids}::uuid[])` : sql`a.campaign_id = ${which.ofCampaign}`;
  const { rows } = await sql<Stored>`
    select a.id, a.candidate_id as "candidateId", a.campaign_id as "campaignId", a.reference, a.state, a.version,
      a.is_being_revised as "isBeingRevised", a.snapshot_number as "snapshotNumber", a.submitted_at::text as "submittedAt",
      ${columns}, a.exam_centre_id as "examCentreId",
      t.content as submitted, ${filed} as filed, ${schools} as schools, k.closes_at::text as "closesAt", k.zone,
      app.clock()::text as "readAt"
    from app.application a ${tables}
    join app.campaign k on k.id = a.campaign_id
    left join app.snapshot t on t.candidate_id = a.candidate_id and t.application_id = a.id and t.number = a.snapshot_number
    where ${condition}`.execute(db);
  if (rows.some(({ hasWithdrawn }) => hasWithdrawn)) return readApplications(db, which);
  return rows.map(({ submittedAt, closesAt, readAt, ofCandidate: drafted, ...row }) => ({
    ...row,
    ...(extent === 'WHOLE' ? {} : { identity: drafted?.identity ?? null, contact: drafted?.contact ?? null }),
    ...(extent === 'IN_NAMES' ? fromLines(row as unknown as InNames) : {}),
    submittedAt: submittedAt ? Temporal.Instant.from(submittedAt) : null,
    closesAt: Temporal.Instant.from(closesAt),
    readAt: Temporal.Instant.from(readAt),
  }));
}

const schoolsOf = (choices: RawBuilder<unknown>, told = schoolJson) => sql`
  (select coalesce(json_agg(${told}), '[]') from app.school s where s.id in (
      select (x->>'schoolId')::uuid from jsonb_array_elements(${choices}) x))`;
const draftedAndSubmitted = sql`a.choices || coalesce(t.content->'choices', '[]')`;

const filedSchools = ({ copies, withdrawals }: { copies: RawBuilder<unknown>; withdrawals: RawBuilder<unknown> }) => sql`
  (select coalesce(json_agg(json_build_object('schoolId', f.school_id, 'candidacyId', f.candidacy_id, 'copies', ${copies},
      'withdrawals', ${withdrawals})), '[]')
    from app.filing f where f.candidate_id = a.candidate_id and f.campaign_id = a.campaign_id)`;

const whole = {
  columns: sql`p.email, r.content as arrangements, r.submitted as "submittedArrangements",
    c.identity, c.contact, a.studies, a.qualification, a.answers, a.choices`,
  tables: sql`join app.candidate c on c.id = a.candidate_id join app.person p on p.account_id = c.account_id
    left join app.special_arrangement r on r.candidate_id = a.candidate_id and r.application_id = a.id`,
  filed: filedSchools({
    copies: sql`(select json_agg(json_build_object('number', h.dossier_number, 'digest', h.digest,
        'noticeVersionId', h.notice_version_id, 'at', s.received_at) order by s.number)
      from app.choice h join app.snapshot s on s.candidate_id = h.candidate_id and s.id = h.snapshot_id
      where h.candidate_id = f.candidate_id and h.school_id = f.school_id and h.candidacy_id = f.candidacy_id)`,
    withdrawals: sql`coalesce((select json_agg(json_build_object('number', w.dossier_number, 'reason', w.reason, 'at', w.at)
        order by w.dossier_number)
      from app.withdrawal w where w.candidate_id = f.candidate_id and w.candidacy_id = f.candidacy_id), '[]')`,
  }),
  schools: schoolsOf(draftedAndSubmitted),
};

// What was submitted is shown without the draft, unless a revision stands open.
const isDraftShown = sql`t.content is null or a.is_being_revised`;
const ifDrafted = (column: RawBuilder<unknown>) => sql`case when ${isDraftShown} then ${column} end`;

// Both at once: a table costs a statement something for each place that might look into it, looked into or not.
const ofCandidate = ifDrafted(sql`(select json_build_object('identity', c.identity, 'contact', c.contact)
  from app.candidate c where c.id = a.candidate_id)`);

const shownChoices = sql`case when ${isDraftShown} then ${draftedAndSubmitted} else t.content->'choices' end`;

const brief = {
  columns: sql`null as email, null as arrangements, null as "submittedArrangements", ${ofCandidate} as "ofCandidate", ${ifDrafted(sql`a.studies`)} as studies, ${ifDrafted(sql`a.qualification`)} as qualification,
    ${ifDrafted(sql`a.answers`)} as answers, ${ifDrafted(sql`a.choices`)} as choices,
    exists (select from app.withdrawal w where w.candidate_id = a.candidate_id) as "hasWithdrawn"`,
  tables: sql``,
  filed: filedSchools({ copies: sql`'[]'::json`, withdrawals: sql`'[]'::json` }),
  schools: schoolsOf(shownChoices),
};

const extents = {
  WHOLE: whole,
  IN_BRIEF: brief,
  IN_NAMES: {
    ...brief,
    filed: sql`(select coalesce(json_agg(json_build_array(f.school_id, f.candidacy_id, s.name)), '[]')
      from app.filing f join app.school s on s.id = f.school_id where f.candidate_id = a.candidate_id and f.campaign_id = a.campaign_id)`,
    schools: ifDrafted(schoolsOf(draftedAndSubmitted, sql`json_build_object('id', s.id, 'name', s.name)`)),
  },
};

/** Holds off every other act on a dossier until this one is done; false when it is absent or another's. */
export async function lockApplication(db: Kysely<unknown>, id: string): Promise<boolean> {
  const { rows } = await sql`select a.id from app.application a where a.id = ${id} for update`.execute(db);
  return rows.length === 1;
}

/** Holds off whoever writes, through another dossier, what all dossiers of this one's candidate share. */
export async function lockCandidateOf(db: Kysely<unknown>, applicationId: string): Promise<void> {
  await sql`select c.id from app.candidate c where c.id = (select a.candidate_id from app.application a where a.id = ${applicationId})
    for no key update`.execute(db);
}
