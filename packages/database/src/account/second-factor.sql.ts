/** Second factors, their backup codes, addresses that wait to be confirmed, and what a session was opened with; for `auth_svc` alone. */
export const secondFactorSql: readonly string[] = [
  // A factor counts from the moment one of its codes was shown right; the last step taken keeps a code from being used twice.
  `create table auth.second_factor (
     user_id uuid primary key references auth."user" on delete cascade, sealed_secret bytea not null, last_step bigint not null default 0,
     created_at timestamptz not null default auth.clock(), confirmed_at timestamptz)`,
  `create table auth.backup_code (
     user_id uuid not null references auth.second_factor on delete cascade, digest bytea not null check (octet_length(digest) = 32),
     primary key (user_id, digest))`,
  `create table auth.address_change (
     user_id uuid primary key references auth."user" on delete cascade, digest bytea not null unique check (octet_length(digest) = 32),
     email text not null check (email = lower(email)), expires_at timestamptz not null)`,

  // A session begun by a password alone opens nothing of an account that has a factor; the device is known by a few words, its network not at all.
  `alter table auth.session add column second_factor_at timestamptz, add column device text check (length(device) <= 60)`,
  // What an ending of sessions was asked under, so that asking again is answered and ends nothing more.
  `create table auth.session_ending (
     user_id uuid not null references auth."user" on delete cascade, key text not null check (length(key) between 16 and 64),
     session_id uuid, at timestamptz not null default auth.clock(), primary key (user_id, key))`,

  `grant select (user_id, sealed_secret, last_step, created_at, confirmed_at), insert (user_id, sealed_secret),
     update (sealed_secret, last_step, confirmed_at), delete on auth.second_factor to auth_svc`,
  `grant select (user_id, digest), insert (user_id, digest), delete on auth.backup_code to auth_svc`,
  `grant select (user_id, digest, email, expires_at), insert (user_id, digest, email, expires_at),
     update (digest, email, expires_at), delete on auth.address_change to auth_svc`,
  `grant select (user_id, key, session_id, at), insert (user_id, key, session_id), delete on auth.session_ending to auth_svc`,
  `grant select (second_factor_at, device), insert (second_factor_at, device), update (second_factor_at, device) on auth.session to auth_svc`,
];
