import { Client } from 'pg';
import { signingKey } from '../migrations/effects/seal-key.sql.ts';
import { fillKeptLists } from '../migrations/fill-kept-lists.ts';
import { createOrm, type Orm } from './orm.ts';
import { scramVerifier } from './scram.ts';
import { derived, type Login, loginPassword, logins } from './secrets.ts';

/** Key of the seal; read by `app_effect` alone on the other side. */
export const sealKeyOf = (secret: string) => derived(secret, 'seal');

/** The keys of a binding: the seal's, which the database knows too, and that of links waiting to be mailed, which it never sees. */
export const bindingKeys = (secret: string) => ({ sealKey: sealKeyOf(secret), linkKey: derived(secret, 'mailed link') });

/**
 * Brings the owner's database to the newest migration, then sets what derives from the secret: passwords and the seal's key. Platforms that
 * start at the same instant do it one after another.
 */
export async function migrate(ownerUrl: string, secret: string): Promise<void> {
  const alone = await holdAlone(ownerUrl);
  try {
    await migrateAlone(ownerUrl, secret);
  } finally {
    await alone.end();
  }
}

/** The lock goes with its connection, however that ends. */
async function holdAlone(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'guichet-migrate' });
  client.on('error', () => {}); // told by whoever migrates, and by its end
  await client.connect();
  await client.query(`select pg_advisory_lock(hashtextextended('guichet migrate', 0))`);
  return client;
}

async function migrateAlone(ownerUrl: string, secret: string): Promise<void> {
  const orm = await createOrm({ url: ownerUrl, connections: 2, applicationName: 'guichet-migrate', isOwner: true });
  try {
    await orm.migrator.up();
    await fillKeptLists(orm);
    await bindLogins(orm, secret);
    await writeSealKey(orm, secret);
  } finally {
    await orm.close();
  }
}

/** The same at every start: a pooler may keep a copy of the verifiers. */
const verifierOf = (secret: string, login: Login) =>
  scramVerifier(loginPassword(secret, login), derived(secret, `salt ${login}`).subarray(0, 16));

/** Sets the passwords again at each start, and keeps what runs at this moment out of everybody's view. */
async function bindLogins(orm: Orm, secret: string) {
  for (const login of logins) {
    await orm.em.execute(`alter role ${login} with password '${verifierOf(secret, login)}'`);
    // A superuser's setting, lent to the owner by `db:provision`; without the loan the server keeps its own.
    await orm.em.execute(`do $$ begin if has_parameter_privilege('track_activities', 'set') then
      alter role ${login} set track_activities = off; end if; end $$`);
  }
}

/**
 * FORCE binds the owner too: it is lifted for one statement, in the transaction that puts it back. Then the function that tells the key is made
 * anew, for plans keep what it told; and once more after the commit, for a statement under way may have told the former key meanwhile.
 */
export async function writeSealKey(orm: Orm, secret: string) {
  const key = sealKeyOf(secret).toString('hex');
  await orm.em.transactional(async (em) => {
    await em.execute('alter table app.seal no force row level security');
    await em.execute('delete from app.seal');
    await em.execute(`insert into app.seal (key) values (decode('${key}', 'hex'))`);
    await em.execute('alter table app.seal force row level security');
    await em.execute(signingKey);
  });
  await orm.em.execute(signingKey);
}

/** The address of a login on the owner's server and database. */
export function loginUrl(ownerUrl: string, login: (typeof logins)[number], secret: string): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = loginPassword(secret, login);
  return url.href;
}
