import { randomBytes } from 'node:crypto';
import { addressOf, type Ownership, provision, provisionSql } from '@guichet/database/server/provision';
import { argumentsOf } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = [
  'usage: pnpm db:provision                   prints what an administrator of the server runs once, for psql',
  '       pnpm db:provision --run ADMIN_URL   does it, with an administrator’s address',
  'DATABASE_URL, when given, names the owner, the password and the database to make.',
];

/** `pnpm db:provision`: the owner and the database on a server of one's own. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { run: { type: 'string' } } });
  const ownership = ownershipOf(process.env['DATABASE_URL'] || null);
  if (values.run === undefined) {
    process.stdout.write(provisionSql(ownership));
    return;
  }
  if (!URL.canParse(values.run)) throw new Refused(['--run wants an administrator’s address, postgres://…', ...usage]);
  await provision(values.run, ownership);
  const address = new URL(addressOf(values.run, ownership));
  console.log(`Database ${ownership.database} is there, owned by ${ownership.owner}. Give the platform this address:`);
  console.log(`DATABASE_URL=${address.href}`);
});

/** As DATABASE_URL says; without it, the usual names and a password of its own. */
function ownershipOf(databaseUrl: string | null): Ownership {
  const fresh = { database: 'guichet', owner: 'app_owner', ownerPassword: randomBytes(24).toString('hex') };
  if (databaseUrl === null) return fresh;
  if (!URL.canParse(databaseUrl)) throw new Refused('DATABASE_URL is no address.');
  const { username, password, pathname } = new URL(databaseUrl);
  const database = decodeURIComponent(pathname.slice(1));
  if (username === '' || password === '' || database === '')
    throw new Refused(
      'DATABASE_URL must name the owner, its password and the database: postgres://app_owner:password@host/guichet',
    );
  return { database, owner: decodeURIComponent(username), ownerPassword: decodeURIComponent(password) };
}
