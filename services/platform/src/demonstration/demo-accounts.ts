import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptInvitation } from '@guichet/admissions/account/accept-invitation';
import { invite } from '@guichet/admissions/account/invite';
import { rememberPerson } from '@guichet/admissions/account/remember-person';
import { consortiumHat, personHat, systemPrincipal } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import type { ApiScope } from '@guichet/domain/key/api-scope';
import { hashPassword } from '@guichet/gateway/account/password/password-hash';
import { Client } from 'pg';
import type { Settings } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';
import { factorOf, needsFactor, plantFactors } from './demo-factors.ts';
import type { DemoKind, DemoPerson } from './people/demo-people.ts';

/** An account as it is written down for whoever tries the demonstration. */
export interface DemoAccount {
  readonly kind: DemoKind;
  readonly school: string | null;
  readonly email: string;
  readonly password: string;
  /** What its codes are made from (base32); null where no second factor is set up. */
  readonly totpSecret: string | null;
  /** Why none is, or what else whoever tries it would ask. */
  readonly note?: string;
}

/** A key of a school, among the accounts: its system sends it as `Authorization: Bearer`. */
export interface DemoKey {
  readonly kind: 'api-key';
  readonly school: string;
  readonly apiKey: string;
  readonly scopes: readonly ApiScope[];
}

export interface DemoPlace {
  readonly settings: Settings;
  readonly ownerUrl: string;
  readonly secret: string;
  readonly binding: Binding;
}

/** Accounts whose passwords lie in a file exist on the demonstration's own database alone. */
export function refuseDemoAccounts({ isProduction, databaseUrl }: Settings): void {
  if (isProduction) throw new Refused('Demo accounts are never made in production.');
  if (databaseUrl !== null) throw new Refused('Demo accounts are never made on a server of one’s own (DATABASE_URL).');
}

/** Makes the accounts, verified, then their memberships by invitation, as everybody else gets theirs. */
export async function makeDemoAccounts(
  place: DemoPlace,
  people: readonly DemoPerson[],
  schoolIds: ReadonlyMap<string, string>,
): Promise<readonly DemoAccount[]> {
  refuseDemoAccounts(place.settings);
  // One password for all, since one reader of the file tries them all, and stretching takes a tenth of a second each.
  const password = randomBytes(12)
    .toString('hex')
    .replaceAll(/(.{6})(?=.)/g, '$1-');
  const hash = await hashPassword(password);
  const hashed = people.map((person) => ({ ...person, accountId: randomUUID(), hash }));
  await writeAccounts(loginUrl(place.ownerUrl, 'auth_svc', place.secret), hashed);
  for (const person of hashed) await joinAs(place.binding, person, schoolIds);
  const bare = people.filter(({ kind }) => needsFactor(kind)).map(({ email }) => email);
  const planted = await plantFactors(place, bare);
  return people.map(({ kind, school, email }) => ({ kind, school, email, password, ...factorOf({ kind, email }, planted) }));
}

type WithAccount = DemoPerson & { readonly accountId: string };
/** Somebody who may sign in: `hash` is of their password. */
export interface SignedIn {
  readonly accountId: string;
  readonly email: string;
  readonly hash: string;
}

/** Straight into the accounts' own schema, under its own login: nobody reads mail for these addresses. */
export async function writeAccounts(connectionString: string, people: readonly SignedIn[]): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  const rows = JSON.stringify(people.map(({ accountId, email, hash }) => ({ id: accountId, email, hash })));
  const source = 'from json_to_recordset($1::json) as r (id uuid, email text, hash text)';
  try {
    await client.query('begin');
    await client.query(`insert into auth."user" (id, email, email_verified) select r.id, r.email, true ${source}`, [rows]);
    await client.query(
      `insert into auth.account (user_id, account_id, provider_id, password) select r.id, r.id::text, 'credential', r.hash ${source}`,
      [rows],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const functionOf: Partial<Record<DemoKind, SchoolFunction>> = {
  'school-admin': 'ADMIN',
  'admissions-officer': 'OFFICER',
  reviewer: 'REVIEWER',
};

/** Whoever they are, people come into a school or the consortium by an invitation to their own address. */
export async function joinAs(binding: Binding, person: WithAccount, schoolIds: ReadonlyMap<string, string>): Promise<void> {
  const { accountId, email, displayName, kind, school } = person;
  await inWork(binding, personHat(accountId), (work) => rememberPerson(work, { email, locale: 'fr' }));
  if (kind === 'candidate') return;
  const held = functionOf[kind];
  const to = held ? { schoolId: schoolIds.get(school ?? '') ?? '', functions: [held] } : ('CONSORTIUM' as const);
  const { token } = await inWork(binding, consortiumHat(systemPrincipal), (work) => invite(work, { email, displayName, to }));
  const digest = createHash('sha256').update(token).digest('hex');
  const joined = await inWork(binding, personHat(accountId, digest), acceptInvitation);
  if (joined !== 'JOINED') throw new Error(`The invitation of a demo account (${kind}) was refused`);
}

const fileIn = (dataFolder: string) => join(dataFolder, 'demo-accounts.json');

/** Readable by its owner only. */
export function writeDemoAccounts(dataFolder: string, accounts: readonly (DemoAccount | DemoKey)[]): void {
  rmSync(fileIn(dataFolder), { force: true });
  writeFileSync(fileIn(dataFolder), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}
