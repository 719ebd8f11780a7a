import type { SubmittedDossier } from '@guichet/database/application/application.read';
import type { Work } from '@guichet/database/session/work';
import { objectionsToSubmitting, type SubmissionObjection, statement } from '@guichet/domain/application/submission';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import {
  type ApplicationAct,
  actOnApplication,
  type HeldApplication,
  type Settling,
  type StaleVersion,
} from './act-on-application.ts';
import { fanOut } from './fan-out.ts';
import { rowsOf } from './rows-of.ts';
import { schoolCopies, sha256 } from './school-copies.ts';
import { stands } from './standing-copy.ts';
import { submittedDossier } from './submitted-dossier.ts';

export interface SubmitApplication extends ApplicationAct {
  /** Digest of the wording the candidate was shown and attests. */
  readonly statementDigest: string;
}

/** Which wording is attested: SHA-256 of both languages as canonical JSON. */
export const statementDigest = sha256(canonicalJson(statement));

/**
 * Submits a dossier (déposer): the frozen snapshot, one candidacy with its own copy per chosen school, the trails and the receipt,
 * whole or nothing, in one transaction with as many statements for three schools as for one.
 */
export const submitApplication = (work: Work, input: SubmitApplication): Promise<Outcome<SubmissionObjection | StaleVersion>> =>
  actOnApplication<SubmissionObjection, SubmitApplication>(
    work,
    { operation: 'submitApplication', input, looksAtDraftedAlone: true },
    async (held) => {
      const { application, campaign } = held;
      const refused = objectionsToSubmitting({
        application,
        draft: application,
        campaign,
        asOf: work.asOf,
        statementDigest: input.statementDigest,
        currentStatementDigest: statementDigest,
      });
      return refused.length > 0 ? refused : submit(work, held);
    },
  );

function submit(work: Work, { application, campaign }: HeldApplication): Settling {
  const dossier = submittedDossier(application);
  const snapshotId = crypto.randomUUID();
  const chosen = new Set(dossier.choices.map(({ schoolId }) => schoolId));
  const number = application.snapshotNumber + 1;
  // Asked for at once, in this order: they go to the database together, and none waits for another's answer.
  const writing = Promise.all([
    freeze(work, application, { snapshotId, number, dossier }),
    fanOut(work, {
      application,
      dossier,
      snapshotId,
      copies: schoolCopies({ dossier, campaign, filed: application.filed }),
      dropped: application.filed.filter((school) => stands(school) && !chosen.has(school.schoolId)),
    }),
    keepFreeInstitutions(work, application.candidateId, dossier),
    sendReceipt(work, { applicationId: application.id, snapshotId }),
  ]);
  const sets = sql`state = 'SUBMITTED', is_being_revised = false, submitted_at = ${work.asOf.toString()}, snapshot_number = ${number}`;
  return { sets, writing };
}

async function freeze(
  { db, asOf }: Work,
  { id, candidateId }: HeldApplication['application'],
  { snapshotId, number, dossier }: { snapshotId: string; number: number; dossier: SubmittedDossier },
) {
  const content = canonicalJson(dossier);
  const keeping = sql`
    insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
    values (${candidateId}, ${snapshotId}, ${id}, ${number}, ${content}::jsonb, ${sha256(content)}, ${asOf.toString()})`.execute(
    db,
  );
  const arranging = sql`update app.special_arrangement set submitted = content where application_id = ${id}`.execute(db);
  await Promise.all([keeping, arranging]);
}

/** Institutions in no list are kept apart, for somebody to reconcile them later. */
async function keepFreeInstitutions({ db, asOf }: Work, candidateId: string, { studies }: SubmittedDossier) {
  const rows = studies
    .filter(({ institutionUai }) => institutionUai === null)
    .map(({ institutionName, country }) => ({ name: institutionName, country, key: searchKey(institutionName) }));
  if (rows.length === 0) return;
  await sql`
    insert into app.free_institution (candidate_id, id, name, country, search_key, at)
    select ${candidateId}, gen_random_uuid(), r.name, r.country, r.key, ${asOf.toString()}
    from ${rowsOf(rows, 'name text, country text, key text')} on conflict do nothing`.execute(db);
}

async function sendReceipt({ db, asOf, hat }: Work, payload: { applicationId: string; snapshotId: string }) {
  await sql`
    insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at, tries)
    values (${crypto.randomUUID()}, ${hat.principal}, 'APPLICATION_RECEIPT', ${hat.principal}, ${JSON.stringify(payload)}::jsonb,
      ${asOf.toString()}, ${asOf.toString()}, 0)`.execute(db);
}
