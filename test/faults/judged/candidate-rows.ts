import type { Client } from 'pg';
import type { Candidate } from '../site/planted-drafts.ts';

/** What the database holds of one candidate. */
export interface CandidateRows {
  readonly isSubmitted: boolean;
  readonly snapshots: number;
  readonly traces: number;
  readonly keys: number;
  /** Mails that wait, or were given up. */
  readonly unsent: number;
  /** Ids of the mails that tell of it. */
  readonly receipts: readonly string[];
  /** Table by table, the school of each row: one missing or one too many is a fault. */
  readonly schools: readonly (readonly string[])[];
}

// The trail of a school knows the candidacy; of specialisms a copy may hold several.
const perSchool = [
  ...['candidacy', 'filing', 'dossier_head', 'dossier_identity', 'dossier_content', 'choice'].map(
    (table) =>
      `select candidate_id::text as whose, school_id::text as what from app.${table} where candidate_id = any ($1::uuid[])`,
  ),
  `select distinct candidate_id::text as whose, school_id::text as what from app.dossier_specialism where candidate_id = any ($1::uuid[])`,
  `select c.candidate_id::text as whose, t.school_id::text as what from app.audit t
   join app.candidacy c on (c.school_id, c.id) = (t.school_id, t.object_id) where c.candidate_id = any ($1::uuid[])`,
];

const submitted = `select id::text as whose, state as what from app.application where id = any ($1::uuid[]) and state = 'SUBMITTED'`;
const snapshots =
  'select application_id::text as whose, id::text as what from app.snapshot where application_id = any ($1::uuid[])';
const traces = `select object_id::text as whose, id::text as what from app.audit_person
  where object_id = any ($1::uuid[]) and act = 'APPLICATION_SUBMITTED'`;
const keys = 'select principal_id::text as whose, key as what from app.idempotency where principal_id = any ($1::uuid[])';
const receipts = 'select recipient_id::text as whose, id::text as what from app.outbox where recipient_id = any ($1::uuid[])';
const unsent = `${receipts} and sent_at is null`;

/** Reads table by table, whatever number of candidates; answers who holds what. */
export async function readRows(
  administrator: Client,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => CandidateRows> {
  const read = (text: string, ids: readonly string[]) => grouped(administrator, text, ids);
  const applications = candidates.map(({ applicationId }) => applicationId);
  const accounts = candidates.map(({ accountId }) => accountId);
  const people = candidates.map(({ candidateId }) => candidateId);
  const [states, frozen, traced] = [
    await read(submitted, applications),
    await read(snapshots, applications),
    await read(traces, applications),
  ];
  const [kept, mails, waiting] = [await read(keys, accounts), await read(receipts, accounts), await read(unsent, accounts)];
  const held: Grouped[] = [];
  for (const text of perSchool) held.push(await read(text, people));
  return ({ applicationId, accountId, candidateId }) => ({
    isSubmitted: states(applicationId).length > 0,
    snapshots: frozen(applicationId).length,
    traces: traced(applicationId).length,
    keys: kept(accountId).length,
    unsent: waiting(accountId).length,
    receipts: mails(accountId),
    schools: held.map((of) => of(candidateId)),
  });
}

type Grouped = (whose: string) => readonly string[];

async function grouped(administrator: Client, text: string, ids: readonly string[]): Promise<Grouped> {
  const { rows } = await administrator.query<{ whose: string; what: string }>(text, [ids]);
  const by = Map.groupBy(rows, ({ whose }) => whose);
  return (whose) => (by.get(whose) ?? []).map(({ what }) => what);
}
