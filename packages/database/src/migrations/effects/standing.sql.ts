/**
 * Schema `standing`: for each account one random value that changes, in the same transaction, with everything `hatsOf` reads. The accounts
 * read it beside the session and the rows' effects move it: neither side gets a right in the other's schema. Of the same account with the
 * same value, the hats are the same. See decision 0043.
 */
export const standingSql: readonly string[] = [
  'create schema standing',
  'revoke all on schema standing from public',
  'grant usage on schema standing to auth_svc, app_effect',
  'create table standing.stamp (account_id uuid primary key, value uuid not null default gen_random_uuid())',
  'grant select (account_id, value), insert (account_id) on standing.stamp to auth_svc',
  'grant select (account_id), insert (account_id), update (value) on standing.stamp to app_effect',
];

// At the end of the transaction: what an act does afterwards, on another connection or as somebody else's colleague, waits for no stamp.
const moves = (what: string, when: string, table: string | undefined) =>
  `create constraint trigger moves_${what} after ${when} on app.${table} deferrable initially deferred
     for each row execute function app.move_${what}()`;

const move = (account: string) =>
  `insert into standing.stamp (account_id) values (${account}) on conflict (account_id) do update set value = gen_random_uuid()`;

/** A stamp moves, whoever writes: its value says nothing, so the rows' own walls decide who may change what it stands for. */
export const stampEffects: readonly string[] = [
  `create function app.move_stamp() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ declare account uuid; begin
  for account in select distinct a from unnest(array[old.account_id, new.account_id]) a where a is not null loop
    ${move('account')};
  end loop;
  return null;
end $$`,
  `comment on function app.move_stamp() is 'audited: what an account may act as has changed, and so has the random value that stands for it'`,
  // Whether there is a dossier at all is the only thing of it that hats tell, and its candidate alone makes or discards one.
  `create function app.move_own_stamp() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ declare account uuid := app.principal(); begin
  if account is not null then ${move('account')}; end if;
  return null;
end $$`,
  `comment on function app.move_own_stamp() is 'audited: a dossier of the acting candidate came or went, and so did the random value that stands for their hats'`,
  ...[
    ['membership', ''],
    ['consortium_right', ''],
    ['candidate', ' of account_id'],
    ['person', ' of account_id, email, locale'],
  ].map(([table, columns]) => moves('stamp', `insert or delete or update${columns}`, table)),
  moves('own_stamp', 'insert or delete', 'application'),
];

/** Whoever signs in has a stamp, whoever is there has one now. Behind the others: sessions are what most wait for. */
export const stampsOfSessions: readonly string[] = [
  // Looked for first: whoever's rights are being changed is not waited for.
  `create function auth.stamp_account() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
     insert into standing.stamp (account_id) select new.user_id where not exists (select from standing.stamp s where s.account_id = new.user_id)
       on conflict do nothing;
     return null; end $$`,
  `revoke execute on function auth.stamp_account() from public`,
  'create trigger stamps_account after insert on auth.session for each row execute function auth.stamp_account()',
  `insert into standing.stamp (account_id) select id from auth."user" on conflict do nothing`,
];

/** What `ownedByEffect` hands over. */
export const stampSignatures: readonly string[] = ['move_stamp()', 'move_own_stamp()'];
