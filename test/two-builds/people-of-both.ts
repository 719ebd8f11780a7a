import { randomBytes, randomUUID } from 'node:crypto';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import type { Client } from 'pg';
import type { Actor } from '../world/actor.ts';
import { secret } from '../world/server.ts';
import type { Door } from './build-process.ts';

/** Somebody with an account and a session, known to the database and so to every build. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly cookie: string;
}

const { setting } = sessionCookie({ secret, isSecure: false });

/** Written in the columns the older build knows. */
export async function aPerson(administrator: Client, email: string): Promise<Person> {
  const accountId = randomUUID();
  const token = randomBytes(16).toString('hex');
  await administrator.query('insert into auth."user" (id, email, email_verified) values ($1, $2, true)', [accountId, email]);
  await administrator.query('insert into auth.session (user_id, token, expires_at) values ($1, $2, now())', [accountId, token]);
  return { accountId, email, cookie: setting(token).split(';')[0] ?? '' };
}

/** An officer of a school: no administrator, for whom a second factor may be asked. */
export async function anOfficer(administrator: Client, slug: string): Promise<Person> {
  const person = await aPerson(administrator, `officer-${randomBytes(3).toString('hex')}@${slug}.example`);
  await administrator.query(
    `insert into app.person (account_id, email, locale, verified_at) values ($1, $2, 'fr', app.clock())`,
    [person.accountId, person.email],
  );
  // What a membership moves elsewhere is moved in the name of whoever acts: here nobody does.
  await administrator.query('set session_replication_role = replica');
  await administrator.query(
    `insert into app.membership (school_id, id, account_id, display_name, functions)
     select s.id, $1, $2, 'Officer', '{OFFICER}' from app.school s where s.slug = $3`,
    [randomUUID(), person.accountId, slug],
  );
  await administrator.query('set session_replication_role = origin');
  return person;
}

/** That person at the door of one build, through a socket. */
export function at({ url }: Door, { accountId, email, cookie }: Person): Actor {
  const ask: Actor['ask'] = async (query, variables = {}, { actingAs, headers = {} } = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'http://127.0.0.1:4000',
        ...headers,
        ...(cookie === '' ? {} : { cookie }),
        ...(actingAs === undefined ? {} : { 'acting-as': actingAs }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    const { data = null, errors = [] } = JSON.parse(body);
    return { status: response.status, headers: {}, body, data, errors };
  };
  const read: Actor['read'] = async (document, variables, options) => {
    const answer = await ask(document, variables, options);
    if (answer.errors.length > 0) throw new Error(`${answer.status} ${JSON.stringify(answer.errors)}`);
    return answer.data as never;
  };
  return { accountId, email, cookie, ask, read };
}

/** Nobody known. */
export const nobody: Person = { accountId: '', email: '', cookie: '' };
