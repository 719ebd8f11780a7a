import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { completeDossier } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';
import { type FiveSchools, fiveSchools, type School } from './five-schools.ts';

/** Somebody about to submit: a complete draft, a session, and the order that must stay unknown. */
export interface Planted {
  readonly reference: string;
  readonly cookie: string;
  readonly applicationId: string;
  /** Most wanted first. */
  readonly order: readonly School[];
}

/** The wording to attest, and everybody who will. */
export interface Candidates {
  readonly statementDigest: string;
  readonly version: number;
  readonly planted: readonly Planted[];
}

const letters = 'BCDFGHJKMNPQRTVWXZ';
const drawn = (count: number) => Array.from({ length: count }, () => letters.charAt(randomInt(letters.length))).join('');

/** Complete drafts in random orders of preference, copied from one that a candidate filled in; written past every wall, since only submissions matter. */
export async function plantCandidates({ world, schoolIds }: FiveSchools, count: number): Promise<Candidates> {
  const model = await completeDossier(await world.candidate('Modele'), { schools: fiveSchools });
  const [draft] = await world.sql<{ id: string; choices: readonly Choice[] }>(
    'select id, choices from app.application where reference = $1',
    [model.reference],
  );
  if (!draft) throw new Error('The draft to copy is not there');
  const rows = Array.from({ length: count }, (_, index) => rowOf(index, draft.choices, schoolIds));
  const given = JSON.stringify(rows);
  for (const statement of accounts) await world.sql(statement, [given]);
  await world.sql('set session_replication_role = replica');
  for (const statement of drafts) await world.sql(statement, [given, draft.id]);
  await world.sql('set session_replication_role = origin');
  for (const table of ['app.application', 'app.candidate', 'app.person', 'auth.session', 'auth."user"']) {
    await world.sql(`analyze ${table}`);
  }
  const planted = rows.map(({ reference, cookie, id, order }) => ({
    reference,
    cookie,
    order,
    applicationId: encodeId('Application', id),
  }));
  return { statementDigest: model.statementDigest, version: model.version, planted };
}

interface Choice {
  readonly schoolId: string;
  readonly preferenceRank: number | null;
}

const { setting } = sessionCookie({ secret, isSecure: false });

function rowOf(index: number, choices: readonly Choice[], schoolIds: FiveSchools['schoolIds']) {
  const order = shuffled(fiveSchools);
  const token = randomBytes(16).toString('hex');
  return {
    token,
    order,
    id: randomUUID(),
    account: randomUUID(),
    candidate: randomUUID(),
    email: `${drawn(8).toLowerCase()}${index}@candidat.example`,
    lastName: drawn(randomInt(4, 14)),
    reference: `ASTG3-27-${drawn(12)}`,
    cookie: setting(token).split(';')[0] ?? '',
    // The draft tells its order in every way a draft can: ranks, places, and the most wanted school as the exam's place.
    centre: schoolIds[order[0] as School],
    choices: order.map((slug, place) => ({
      ...choices.find(({ schoolId }) => schoolId === schoolIds[slug]),
      preferenceRank: place + 1,
    })),
  };
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const pick = randomInt(last + 1);
    [order[last], order[pick]] = [order[pick] as T, order[last] as T];
  }
  return order;
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
