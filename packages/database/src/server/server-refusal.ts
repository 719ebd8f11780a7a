import type { ClientBase } from 'pg';

/** What decides whether the platform may work on a server. */
export interface ServerFacts {
  /** As `server_version_num`: 160004 is 16.4. */
  readonly versionNumber: number;
  readonly version: string;
  readonly owner: string;
  readonly ownerIsSuperuser: boolean;
  readonly ownerBypassesPolicies: boolean;
  readonly ownerMakesRoles: boolean;
  /** Roles of the platform that policies do not bind; an administrator of the server may have made them so. */
  readonly exemptLogins: readonly string[];
}

type Connection = Pick<ClientBase, 'query'>;

export async function readServerFacts(connection: Connection): Promise<ServerFacts> {
  const { rows } = await connection.query<ServerFacts>(
    `select current_setting('server_version_num')::int as "versionNumber", current_setting('server_version') as version,
       rolname as owner, rolsuper as "ownerIsSuperuser", rolbypassrls as "ownerBypassesPolicies", rolcreaterole as "ownerMakesRoles",
       array(select rolname::text from pg_catalog.pg_roles
             where (rolsuper or rolbypassrls) and rolname ~ '^(app|auth)_' and rolname <> current_user) as "exemptLogins"
     from pg_catalog.pg_roles where rolname = current_user`,
  );
  const [facts] = rows;
  if (!facts) throw new Error('The server does not know the role that asks.');
  return facts;
}

/** Why the platform does not start on this server, in words; nothing when it may. */
export function refusalOf(facts: ServerFacts): string | undefined {
  const { owner, version } = facts;
  if (facts.versionNumber < 160_000)
    return `This server is PostgreSQL ${version}. The walls between schools need PostgreSQL 16 or newer: only since then can a login hold a role without inheriting its rights.`;
  if (facts.ownerIsSuperuser)
    return `DATABASE_URL names "${owner}", a superuser. Row-level security does not bind a superuser: name an owner made by "pnpm db:provision".`;
  if (facts.ownerBypassesPolicies)
    return `DATABASE_URL names "${owner}", which has BYPASSRLS. Row-level security would not bind it: name an owner made by "pnpm db:provision".`;
  if (!facts.ownerMakesRoles)
    return `DATABASE_URL names "${owner}", which lacks CREATEROLE and cannot make the roles of the walls: have an administrator run "pnpm db:provision".`;
  const [exempt] = facts.exemptLogins;
  if (exempt !== undefined)
    return `The role "${exempt}" of this server is a superuser or has BYPASSRLS. Row-level security would not bind whoever acts under it: have an administrator run "alter role ${exempt} nosuperuser nobypassrls".`;
  return undefined;
}

/**
 * What lets an acknowledged dossier be lost on a power failure or a rotten disk. Refused in production, warned of elsewhere. Settings stored
 * for a login count too: its sessions have them, whatever the session that asks here has.
 */
export async function durabilityFaults(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ fault: string }>(
    `select name || ' is off' as fault from pg_catalog.pg_settings where setting = 'off'
       and name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')
     union select 'synchronous_commit is off for ' || coalesce(r.rolname, 'every login of this database')
       from pg_catalog.pg_db_role_setting s left join pg_catalog.pg_roles r on r.oid = s.setrole, unnest(s.setconfig) as stored (text)
       where s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = current_database()))
         and (r.oid is null or r.rolname ~ '^(app|auth)_') and lower(stored.text) ~ '^synchronous_commit=(off|false|no|0)$'
     order by fault`,
  );
  return rows.map(({ fault }) => fault);
}

/** As the embedded server is started: neither statements nor their values, nor the rows an error is about, reach the log. */
const quiet: Readonly<Record<string, string>> = {
  debug_print_parse: 'off',
  debug_print_plan: 'off',
  debug_print_rewritten: 'off',
  log_error_verbosity: 'terse',
  log_min_duration_sample: '-1',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_transaction_sample_rate: '0',
};

/** Settings by which the server's own log would keep what people wrote, each with what mends it. Refused in production, warned of elsewhere. */
export async function logFaults(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string; setting: string }>(
    'select name, setting from pg_catalog.pg_settings where name = any ($1) order by name',
    [Object.keys(quiet)],
  );
  return rows
    .filter(({ name, setting }) => setting !== quiet[name])
    .map(({ name, setting }) => `${name} is ${setting}, set it to ${quiet[name]}`);
}
