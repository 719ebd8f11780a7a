import { Client } from 'pg';

/** Sees every row, changes none, and nobody signs in as it: the administrator takes it on for the length of a dump. */
export const backUpRole = 'guichet_backup';

/** Only a superuser can exempt a role from policies; made again it stays the same. */
export async function makeBackUpRole(administratorUrl: string): Promise<void> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${backUpRole}') then create role ${backUpRole} nologin noinherit; end if;
      alter role ${backUpRole} nologin nosuperuser nocreaterole nocreatedb noreplication bypassrls;
      grant pg_read_all_data to ${backUpRole} with inherit true, set false;
    end $$`);
  } finally {
    await client.end();
  }
}
