/**
 * Schema `auth`: accounts, sessions, the attempts counted and the account mail, for the login role `auth_svc` alone.
 * Run as `app_owner`, in order. Roles are server-wide, so `auth_svc` may be there already from another database.
 */
export const authSchemaSql: readonly string[] = [
  `do $$ begin
     if not exists (select from pg_roles where rolname = 'auth_svc') then create role auth_svc login noinherit; end if;
   exception when duplicate_object or unique_violation then null;
   end $$`,
  `do $$ declare setting text; begin
     foreach setting in array array['statement_timeout=5s', 'lock_timeout=2s', 'idle_in_transaction_session_timeout=10s'] loop
       if not exists (select from pg_roles where rolname = 'auth_svc' and setting = any (coalesce(rolconfig, '{}'))) then
         execute format('alter role auth_svc set %s = %L', split_part(setting, '=', 1), split_part(setting, '=', 2));
       end if;
     end loop;
   end $$`,
  `do $$ begin execute format('grant connect on database %I to auth_svc', current_database()); end $$`,
  `create schema if not exists auth`,
  `revoke all on schema auth from public`,
  `grant usage on schema auth to auth_svc`,

  // The only now of this schema; the test template replaces it by one that is moved by hand.
  `create function auth.clock() returns timestamptz language sql stable parallel safe return transaction_timestamp()`,
  `revoke execute on function auth.clock() from public`,
  `grant execute on function auth.clock() to auth_svc`,

  `create table auth."user" (
     id uuid primary key default gen_random_uuid(), name text not null default '', email text not null unique check (email = lower(email)),
     email_verified boolean not null default false, image text, locale text not null default 'fr' check (locale in ('fr', 'en')),
     created_at timestamptz not null default auth.clock(), updated_at timestamptz not null default auth.clock())`,
  `create table auth.session (
     id uuid primary key default gen_random_uuid(), user_id uuid not null references auth."user" on delete cascade, token text not null unique,
     expires_at timestamptz not null, last_used_at timestamptz not null default auth.clock(), ip_address text, user_agent text,
     created_at timestamptz not null default auth.clock(), updated_at timestamptz not null default auth.clock())`,
  `create index session_user_id on auth.session (user_id, created_at)`,
  `create table auth.account (
     id uuid primary key default gen_random_uuid(), user_id uuid not null references auth."user" on delete cascade,
     account_id text not null, provider_id text not null, password text, access_token text, refresh_token text, id_token text,
     access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text,
     created_at timestamptz not null default auth.clock(), updated_at timestamptz not null default auth.clock(), unique (provider_id, account_id))`,
  `create index account_user_id on auth.account (user_id)`,
  `create table auth.verification (
     id uuid primary key default gen_random_uuid(), identifier text not null, value text not null, expires_at timestamptz not null,
     created_at timestamptz not null default auth.clock(), updated_at timestamptz not null default auth.clock())`,
  `create index verification_identifier on auth.verification (identifier)`,

  // The database's clock dates a session, not the machine of the gateway that made it; it ends seven days later at the latest.
  `create function auth.date_session() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
     new.created_at := auth.clock(); new.last_used_at := new.created_at; new.expires_at := new.created_at + interval '7 days';
     return new; end $$`,
  `revoke execute on function auth.date_session() from public`,
  `create trigger date_session before insert on auth.session for each row execute function auth.date_session()`,

  // Attempts, as rate-limiter-flexible keeps them: keys are digests, instants are milliseconds since 1970.
  `create table auth.attempt (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  `create index attempt_expire on auth.attempt (expire)`,

  // Account mail not yet sent, and for a while what was; the token is encrypted, and erased once sent or given up.
  `create table auth.mail (
     id uuid primary key default gen_random_uuid(), number bigint generated always as identity unique,
     recipient text not null, kind text not null, locale text not null check (locale in ('fr', 'en')), about text, sealed_token bytea,
     created_at timestamptz not null default auth.clock(), next_try_at timestamptz not null default auth.clock(),
     tries integer not null default 0, last_error text, sent_at timestamptz, dead_at timestamptz,
     check (sealed_token is null or (sent_at is null and dead_at is null)))`,
  `create index mail_waiting on auth.mail (recipient, number) where sent_at is null and dead_at is null`,

  `grant select (id, name, email, email_verified, image, locale, created_at, updated_at),
     insert (id, name, email, email_verified, image, locale, created_at, updated_at),
     update (name, email, email_verified, image, locale, updated_at), delete on auth."user" to auth_svc`,
  `grant select (id, user_id, token, expires_at, last_used_at, ip_address, user_agent, created_at, updated_at),
     insert (id, user_id, token, expires_at, ip_address, user_agent, created_at, updated_at),
     update (expires_at, last_used_at, updated_at), delete on auth.session to auth_svc`,
  `grant select (id, user_id, account_id, provider_id, password, access_token, refresh_token, id_token, access_token_expires_at,
       refresh_token_expires_at, scope, created_at, updated_at),
     insert (id, user_id, account_id, provider_id, password, access_token, refresh_token, id_token, access_token_expires_at,
       refresh_token_expires_at, scope, created_at, updated_at),
     update (password, updated_at), delete on auth.account to auth_svc`,
  `grant select (id, identifier, value, expires_at, created_at, updated_at), insert (id, identifier, value, expires_at, created_at, updated_at),
     update (value, expires_at, updated_at), delete on auth.verification to auth_svc`,
  `grant select (key, points, expire), insert (key, points, expire), update (points, expire), delete on auth.attempt to auth_svc`,
  `grant select (id, number, recipient, kind, locale, about, sealed_token, created_at, next_try_at, tries, last_error, sent_at, dead_at),
     insert (id, recipient, kind, locale, about, sealed_token),
     update (sealed_token, next_try_at, tries, last_error, sent_at, dead_at), delete on auth.mail to auth_svc`,
];
