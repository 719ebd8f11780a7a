import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Client } from 'pg';
import type { HeldDossier } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';

/** Somebody about to submit: a complete draft, a session, and the schools that must receive it. */
export interface Candidate {
  readonly applicationId: string;
  readonly accountId: string;
  readonly candidateId: string;
  readonly email: string;
  readonly cookie: string;
  /** The body of the one request they send until it is acknowledged; it bears their key. */
  readonly body: string;
  /** Ids of the schools chosen, from one to five. */
  readonly schools: readonly string[];
}

const document = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { reference state version submittedAt } userErrors { code message } } }`;

/** Complete drafts copied from the model, each with some of its schools in some order; written past every wall, since only submissions matter. */
export async function plantDrafts(administrator: Client, model: HeldDossier, count: number): Promise<readonly Candidate[]> {
  const { rows } = await administrator.query<Draft>('select id, choices from app.application where reference = $1', [
    model.reference,
  ]);
  const [draft] = rows;
  if (!draft) throw new Error('The draft to copy is not there');
  const planted = Array.from({ length: count }, () => rowOf(draft));
  const given = JSON.stringify(planted);
  for (const statement of accounts) await administrator.query(statement, [given]);
  await administrator.query('set session_replication_role = replica');
  for (const statement of drafts) await administrator.query(statement, [given, draft.id]);
  await administrator.query('set session_replication_role = origin');
  return planted.map((row) => candidateOf(row, model));
}

interface Draft {
  readonly id: string;
  readonly choices: readonly Choice[];
}

interface Choice {
  readonly schoolId: string;
  readonly preferenceRank: number | null;
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ choices }: Draft) {
  const name = randomBytes(8)
    .toString('hex')
    .replaceAll(/[0-9]/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
  const chosen = choices.toSorted(() => randomInt(3) - 1).slice(0, 1 + randomInt(choices.length));
  return {
    id: randomUUID(),
    account: randomUUID(),
    candidate: randomUUID(),
    token: randomBytes(16).toString('hex'),
    email: `${name}@candidat.example`,
    lastName: name,
    reference: `ASTG3-27-${name.slice(0, 12).toUpperCase()}`,
    centre: chosen[0]?.schoolId,
    choices: chosen.map((choice, place) => ({ ...choice, preferenceRank: place + 1 })),
  };
}

const { setting } = sessionCookie({ secret, isSecure: true });

function candidateOf(
  { id, account, candidate, token, email, choices }: Row,
  { version, statementDigest }: HeldDossier,
): Candidate {
  const applicationId = encodeId('Application', id);
  const input = { applicationId, expectedVersion: version, idempotencyKey: randomUUID(), statementDigest };
  return {
    applicationId: id,
    accountId: account,
    candidateId: candidate,
    email,
    cookie: setting(token).split(';')[0] ?? '',
    body: JSON.stringify({ query: document, variables: { input } }),
    schools: choices.map(({ schoolId }) => schoolId).toSorted(),
  };
}

const source = `json_to_recordset($1::json) as r (id uuid, account uuid, candidate uuid, token text, email text, "lastName" text,
  reference text, centre uuid, choices jsonb)`;

const accounts = [
  `insert into auth."user" (id, email, email_verified) select r.account, r.email, true from ${source}`,
  `insert into auth.session (user_id, token, expires_at, second_factor_at)
   select r.account, r.token, now(), auth.clock() from ${source}`,
  `insert into app.person (account_id, email, locale, verified_at) select r.account, r.email, 'fr', app.clock() from ${source}`,
];

// Their effects count in the name of whoever acts: here nobody does.
const drafts = [
  `insert into app.candidate (id, account_id, identity, contact)
   select r.candidate, r.account, jsonb_set(c.identity, '{lastName}', to_jsonb(r."lastName")), c.contact
   from ${source}, app.candidate c join app.application a on a.candidate_id = c.id where a.id = $2`,
  `insert into app.application (candidate_id, id, campaign_id, reference, version, studies, qualification, answers, exam_centre_id, choices, created_at)
   select r.candidate, r.id, a.campaign_id, r.reference, a.version, a.studies, a.qualification, a.answers, r.centre, r.choices, a.created_at
   from ${source}, app.application a where a.id = $2`,
];
