import { writeKeptLists } from '@guichet/database/migrations/effects/kept-lists.sql';

/** What the schools' own side holds: two officers a school, and on each candidacy two openings, three labels of twelve, two notes. */
export const plantDesks: readonly string[] = [
  `create table bench.officer as
   select s.no, s.id as school, k, gen_random_uuid() as account, replace(gen_random_uuid()::text, '-', '') as token,
     'officier-' || k || '@' || s.slug || '.example' as email from bench.school s cross join generate_series(0, 1) k`,
  `insert into auth."user" (id, email, email_verified) select account, email, true from bench.officer`,
  `insert into app.person (account_id, email, locale, verified_at) select account, email, 'fr', now() from bench.officer`,
  `insert into app.membership (school_id, id, account_id, display_name, functions, version)
   select school, gen_random_uuid(), account, 'Officier ' || k, array['OFFICER'], 1 from bench.officer`,
  `create unlogged table bench.label as
   select s.id as school, l, gen_random_uuid() as id from bench.school s cross join generate_series(0, 11) l`,
  `insert into app.label (school_id, id, name, name_key, colour) select school, id, 'Étiquette ' || l, 'etiquette ' || l, '#00677f' from bench.label`,
  `insert into app.opening (school_id, candidacy_id, reader_id, function, at)
   select c.school, c.candidacy, o.account, 'OFFICER', c.received_at + o.k * interval '1 minute'
   from bench.copy c join bench.officer o on o.school = c.school where not c.is_draft`,
  `insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
   select c.school, c.candidacy, l.id, o.account, c.received_at
   from bench.copy c cross join generate_series(0, 2) k join bench.label l on l.school = c.school and l.l = (c.i + k * 5) % 12
   join bench.officer o on o.school = c.school and o.k = 0 where not c.is_draft`,
  `create unlogged table bench.note as
   select c.school, c.candidacy, gen_random_uuid() as id, o.account, c.received_at + o.k * interval '1 minute' as at
   from bench.copy c join bench.officer o on o.school = c.school where not c.is_draft`,
  `insert into app.note (school_id, id, candidacy_id, author_id, at) select school, id, candidacy, account, at from bench.note`,
  `insert into app.note_version (school_id, note_id, number, text, author_id, at)
   select school, id, 1, 'À rappeler avant la commission.', account, at from bench.note`,
  'drop table bench.note, bench.label, bench.copy',
  writeKeptLists,
  // Each row once, as submissions would have left it.
  'vacuum full app.candidacy',
];

/** Everybody signed in just now: a session planted with the rows would have idled since. */
export const signIn: readonly string[] = [
  `insert into auth.session (user_id, token, expires_at) select account, token, now() + interval '7 days' from bench.officer`,
  `insert into auth.session (user_id, token, expires_at) select account, token, now() + interval '7 days' from bench.dossier where is_draft or i <= 1000`,
];

/** The peers' login: it bypasses row-level security, reads and writes every table, and exists on the bench's server alone. */
export const peerLogin = (password: string): readonly string[] => [
  `do $$ begin if not exists (select from pg_roles where rolname = 'bench_peer') then create role bench_peer; end if; end $$`,
  `alter role bench_peer with login bypassrls password '${password}'`,
  'grant usage on schema app, auth to bench_peer',
  'grant select, insert, update on all tables in schema app to bench_peer',
  'grant select on all tables in schema auth to bench_peer',
  'grant execute on all functions in schema app to bench_peer',
  'grant execute on function auth.clock() to bench_peer',
];
