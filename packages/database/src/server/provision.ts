import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The platform's database and the role that owns it. */
export interface Ownership {
  readonly database: string;
  readonly owner: string;
  readonly ownerPassword: string;
}

/** What an administrator of a foreign server does once, as a script for psql; it may be run again. */
export function provisionSql(ownership: Ownership): string {
  const { database } = ownership;
  return [
    ...onServer(ownership),
    `select ${escapeLiteral(createDatabase(ownership))} where not exists (${databaseNamed(database)}) \\gexec`,
    `\\connect ${escapeIdentifier(database)}`,
    ...inDatabase,
    '',
  ].join('\n');
}

/** The same, done by the platform with an administrator's address. */
export async function provision(administratorUrl: string, ownership: Ownership): Promise<void> {
  await withClient(administratorUrl, async (client) => {
    for (const statement of onServer(ownership)) await client.query(statement);
    const { rowCount } = await client.query(databaseNamed(ownership.database));
    if (!rowCount) await client.query(createDatabase(ownership));
  });
  await withClient(addressOf(administratorUrl, { database: ownership.database }), async (client) => {
    for (const statement of inDatabase) await client.query(statement);
  });
}

/** The same server under another name, password or database. */
export function addressOf(url: string, { database, owner, ownerPassword }: Partial<Ownership>): string {
  const address = new URL(url);
  if (database !== undefined) address.pathname = `/${encodeURIComponent(database)}`;
  if (owner !== undefined) address.username = encodeURIComponent(owner);
  if (ownerPassword !== undefined) address.password = encodeURIComponent(ownerPassword);
  return address.href;
}

/**
 * CREATEROLE makes the roles of the walls; row-level security binds the owner too, so it may be neither superuser nor exempt.
 * What runs at this moment is shown to whoever asks, with its values, unless `track_activities` is off: a superuser's setting,
 * lent so that a migration can switch it off for the logins.
 */
function onServer({ owner, ownerPassword }: Ownership): string[] {
  const role = escapeIdentifier(owner);
  const create = `create role ${role} nosuperuser nobypassrls nocreatedb noreplication`;
  const absent = `not exists (select from pg_catalog.pg_roles where rolname = ${escapeLiteral(owner)})`;
  return [
    `set password_encryption = 'scram-sha-256';`,
    `do $provision$ begin if ${absent} then ${create}; end if; end $provision$;`,
    `alter role ${role} with login createrole password ${escapeLiteral(ownerPassword)};`,
    `grant set on parameter track_activities to ${role};`,
  ];
}

/** Large objects belong to no table, so no policy guards them: nobody but their functions' owner may make or read one. */
const inDatabase: readonly string[] = [
  `do $provision$
declare entry regprocedure;
begin
  for entry in select oid::regprocedure from pg_catalog.pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and (proname like 'lo\\_%' or proname in ('loread', 'lowrite'))
  loop execute format('revoke execute on function %s from public', entry); end loop;
end $provision$;`,
];

function createDatabase({ database, owner }: Ownership): string {
  return `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)} encoding 'UTF8' template template0`;
}

function databaseNamed(database: string): string {
  return `select from pg_catalog.pg_database where datname = ${escapeLiteral(database)}`;
}

async function withClient(connectionString: string, act: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
