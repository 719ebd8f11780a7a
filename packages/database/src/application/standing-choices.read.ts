import { type Kysely, sql } from 'kysely';

/** What a candidate filed at one school so far: the candidacy, its newest copy, and whether it stands. */
export interface StandingChoice {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly dossierNumber: number;
  readonly digest: string;
  /** False once withdrawn and not chosen again since. */
  readonly stands: boolean;
  readonly receivedAt: string;
}

/**
 * Every school ever filed at, from the candidate's own rows: the candidacy itself is out of a candidate's reach, so a withdrawal
 * later than the newest snapshot naming the school is what tells that it no longer stands.
 */
export async function readStandingChoices(db: Kysely<unknown>, applicationId: string): Promise<StandingChoice[]> {
  const { rows } = await sql<StandingChoice>`
    select distinct on (h.school_id) h.school_id as "schoolId", h.candidacy_id as "candidacyId", h.dossier_number as "dossierNumber",
      h.digest, s.received_at::text as "receivedAt",
      not exists (select from app.withdrawal w where w.candidate_id = h.candidate_id and w.candidacy_id = h.candidacy_id
        and w.at > s.received_at) as stands
    from app.choice h join app.snapshot s on s.candidate_id = h.candidate_id and s.id = h.snapshot_id
    where s.application_id = ${applicationId}
    order by h.school_id, s.number desc`.execute(db);
  return rows;
}
