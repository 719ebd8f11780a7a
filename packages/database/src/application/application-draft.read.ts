import type {
  Answers,
  ApplicationState,
  Contact,
  DraftChoice,
  Identity,
  Qualification,
  SpecialArrangements,
  StudyYear,
} from '@guichet/domain/application/application';
import { type Kysely, sql } from 'kysely';

/** The candidate's own dossier as a use-case sees it: the draft beside where the dossier stands. */
export interface ApplicationDraft {
  readonly id: string;
  readonly candidateId: string;
  readonly campaignId: string;
  readonly reference: string;
  readonly state: ApplicationState;
  readonly version: number;
  readonly isBeingRevised: boolean;
  readonly snapshotNumber: number;
  readonly identity: Identity | null;
  readonly contact: Contact | null;
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification | null;
  readonly answers: Answers | null;
  readonly arrangements: SpecialArrangements | null;
  readonly examCentreId: string | null;
  readonly choices: readonly DraftChoice[];
}

/** Reads one own dossier; locked, it holds off a second tab until this act is done. */
export async function readApplicationDraft(
  db: Kysely<unknown>,
  id: string,
  lock: 'FOR_UPDATE' | 'PLAIN',
): Promise<ApplicationDraft | null> {
  const { rows } = await sql<ApplicationDraft>`
    select a.id, a.candidate_id as "candidateId", a.campaign_id as "campaignId", a.reference, a.state, a.version,
      a.is_being_revised as "isBeingRevised", a.snapshot_number as "snapshotNumber", c.identity, c.contact, a.studies, a.qualification,
      a.answers, s.content as arrangements, a.exam_centre_id as "examCentreId", a.choices
    from app.application a join app.candidate c on c.id = a.candidate_id
    left join app.special_arrangement s on s.candidate_id = a.candidate_id and s.application_id = a.id
    where a.id = ${id} ${lock === 'FOR_UPDATE' ? sql`for update of a, c` : sql``}`.execute(db);
  return rows[0] ?? null;
}
