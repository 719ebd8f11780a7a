import { randomBytes } from 'node:crypto';
import { invite } from '@guichet/admissions/account/invite';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { Client, type QueryResultRow } from 'pg';
import { pino } from 'pino';
import { type Actor, actor } from './actor.ts';
import { addPerson, addSecondFactor, addSession, join, type PersonWithAccount } from './people.ts';
import { clone, databaseUrl, secret } from './server.ts';

/** A platform of one test file: its own database, its own gateway, and people who ask. */
export interface World {
  readonly gateway: Gateway;
  readonly ownerUrl: string;
  readonly administratorUrl: string;
  /** Lines the gateway logged. */
  readonly logged: readonly string[];
  readonly nobody: Actor;
  candidate(name: string): Promise<Actor>;
  /** The same account under a new session: one that idled while the clock was moved is over. */
  signInAgain(person: Actor): Promise<Actor>;
  member(schoolSlug: string, functions: readonly SchoolFunction[], name?: string): Promise<Actor>;
  /** A further membership for somebody who is there already. */
  joinSchool(person: Actor, schoolSlug: string, functions: readonly SchoolFunction[]): Promise<void>;
  consortium(name?: string): Promise<Actor>;
  /** Sets up a second factor, as for whoever makes rights; `member` and `consortium` do it where it is required. */
  giveSecondFactor(person: Actor): Promise<void>;
  /** Moves the database's clock: every transaction begun afterwards starts at this instant. */
  at(instant: string): Promise<void>;
  later(duration: Temporal.DurationLike): Promise<void>;
  /** SQL as the administrator, past every wall: to look, or to plant. */
  sql<R extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** A fresh world; the caller closes it. */
export async function aWorld({ isProduction = false, url = 'http://127.0.0.1:4000' } = {}): Promise<World> {
  const { GUICHET_TEST_ADMINISTRATOR: root = '', GUICHET_TEST_OWNER: owner = '' } = process.env;
  const name = `w${randomBytes(6).toString('hex')}`;
  await clone(root, { from: 'tmpl', to: name });
  const [administratorUrl, ownerUrl] = [databaseUrl(root, name), databaseUrl(owner, name)];
  const administrator = new Client({ connectionString: administratorUrl });
  await administrator.connect();
  const logged: string[] = [];
  // At its most talkative: what it may not tell, it may not tell at any level.
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const gateway = await createGateway({
    databaseUrl: ownerUrl,
    secret,
    url,
    isProduction,
    trustedProxies: [],
    log,
    connections: 8,
  });
  const parts = { administrator, gateway, url, isProduction };
  return {
    gateway,
    ownerUrl,
    administratorUrl,
    logged,
    nobody: actor(gateway, { accountId: '', email: '', cookie: null, origin: url }),
    candidate: (person) => signedIn(parts, `${slugged(person)}@candidat.example`),
    signInAgain: (person) => withSession(parts, person),
    member: (slug, functions, person = functions.join('-')) => memberOf(parts, { slug, functions, person }),
    joinSchool: (person, slug, functions) => joinAs(parts, person, { schoolSlug: slug, functions }),
    consortium: (person = 'consortium') => consortiumMember(parts, person),
    giveSecondFactor: (person) => addSecondFactor(administrator, person.accountId, secret),
    at: async (instant) => void (await administrator.query('update test.clock set at = $1', [instant])),
    later: (duration) => moved(administrator, duration),
    sql: async (text, values = []) => (await administrator.query(text, [...values])).rows,
    close: async () => {
      await gateway.close();
      await administrator.end();
    },
  };
}

interface Parts {
  readonly administrator: Client;
  readonly gateway: Gateway;
  readonly url: string;
  readonly isProduction: boolean;
}

const signedIn = async (parts: Parts, email: string) => withSession(parts, await addPerson(parts.administrator, email));

async function withSession({ administrator, gateway, url, isProduction }: Parts, person: PersonWithAccount): Promise<Actor> {
  const token = await addSession(administrator, person.accountId);
  const line = sessionCookie({ secret, isSecure: isProduction || url.startsWith('https:') }).setting(token);
  const { accountId, email } = person;
  return actor(gateway, { accountId, email, cookie: line.split(';')[0] ?? '', origin: url });
}

async function memberOf(parts: Parts, given: { slug: string; functions: readonly SchoolFunction[]; person: string }) {
  const person = await signedIn(parts, `${slugged(given.person)}@${given.slug}.example`);
  await joinAs(parts, person, { schoolSlug: given.slug, functions: given.functions });
  return person;
}

const asConsortium = consortiumHat(systemPrincipal);

async function joinAs(
  { administrator, gateway }: Parts,
  person: Actor,
  to: { schoolSlug: string; functions: readonly SchoolFunction[] },
) {
  const { rows } = await administrator.query<{ id: string }>('select id from app.school where slug = $1', [to.schoolSlug]);
  const schoolId = rows[0]?.id ?? '';
  const { token } = await inWork(gateway.binding, asConsortium, (work) =>
    invite(work, { email: person.email, displayName: person.email, to: { schoolId, functions: to.functions } }),
  );
  if (to.functions.includes('ADMIN')) await addSecondFactor(administrator, person.accountId, secret);
  await join(gateway.binding, person, token);
}

async function consortiumMember(parts: Parts, name: string) {
  const person = await signedIn(parts, `${slugged(name)}@consortium.example`);
  const { token } = await inWork(parts.gateway.binding, asConsortium, (work) =>
    invite(work, { email: person.email, displayName: name, to: 'CONSORTIUM' }),
  );
  await addSecondFactor(parts.administrator, person.accountId, secret);
  await join(parts.gateway.binding, person, token);
  return person;
}

async function moved(administrator: Client, duration: Temporal.DurationLike) {
  const { rows } = await administrator.query<{ at: string }>(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from test.clock`,
  );
  const later = Temporal.Instant.from(rows[0]?.at ?? '').add(duration);
  await administrator.query('update test.clock set at = $1', [later.toString()]);
}

const slugged = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
