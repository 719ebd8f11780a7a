/** A fault planted in the catalogue, and how the gate must name it. */
export interface PlantedFault {
  readonly kind: number;
  readonly fault: string;
  readonly sql: string;
  readonly object: string;
}

const planted = (kind: number, fault: string, [sql, object]: readonly [string, string]): PlantedFault => ({
  kind,
  fault,
  sql,
  object,
});

const schoolReads = (condition: string) => `alter policy candidacy_school_select on app.candidacy using (${condition})`;
const own = 'school_id = (select app.acting_school())';

/** Who may be whom. */
const roles: readonly PlantedFault[] = [
  planted(1, 'a narrow role may create roles', ['alter role app_relay createrole', 'app_relay']),
  planted(1, 'a narrow role passes every policy', ['alter role app_totals bypassrls', 'app_totals']),
  planted(2, 'the gateway inherits what it may become', [
    'grant app_public to app_login with inherit true, set true',
    'app_login in app_public',
  ]),
  planted(2, 'a login hands a role on', [
    'grant app_school to app_work with admin true, inherit false',
    'app_work in app_school',
  ]),
  planted(3, 'a login owns a table', [
    'create table app.planted (id uuid primary key); alter table app.planted owner to app_login',
    'app_login',
  ]),
  planted(3, 'a login has a grant of its own', ['grant select (id) on app.school to app_work', 'app_work']),
  planted(3, 'a role keeps a setting', [`alter role app_relay set search_path = 'x'`, 'app_relay']),
  planted(4, 'a role is a member of another', [
    'grant app_candidate to app_person with inherit false',
    'app_person in app_candidate',
  ]),
  planted(4, 'the gateway may become a narrow role', [
    'grant app_relay to app_login with inherit false',
    'app_login in app_relay',
  ]),
  planted(4, 'somebody may become the owner of the effects', [
    'grant app_effect to app_work with inherit false',
    'app_work in app_effect',
  ]),
];

/** What a policy says. */
const policies: readonly PlantedFault[] = [
  planted(5, 'a table that does not bind its owner', ['alter table app.candidacy no force row level security', 'candidacy']),
  planted(5, 'a table without row-level security', ['alter table app.preference disable row level security', 'preference']),
  planted(6, 'a grant that no policy narrows', [
    'drop policy candidacy_school_select on app.candidacy',
    'candidacy / app_school',
  ]),
  planted(7, 'a policy that is true', [schoolReads('true'), 'candidacy.candidacy_school_select']),
  planted(7, 'a policy with another way in', [schoolReads(`${own} or state = 'RECEIVED'`), 'candidacy.candidacy_school_select']),
  planted(7, 'a third way in, in the one policy that has two', [
    `do $$ begin execute format('alter policy candidacy_effect_select on app.candidacy using (%s or state = ''RECEIVED'')',
       (select pg_get_expr(polqual, polrelid) from pg_policy where polname = 'candidacy_effect_select')); end $$`,
    'candidacy.candidacy_effect_select',
  ]),
  planted(8, 'a policy for whoever acts for any school', [
    schoolReads('(select app.acting_school()) is not null'),
    'candidacy.candidacy_school_select',
  ]),
  planted(9, 'a change that is not checked', [
    `drop policy candidacy_school_update on app.candidacy;
     create policy candidacy_school_update on app.candidacy for update to app_school using (${own})`,
    'candidacy.candidacy_school_update',
  ]),
  planted(10, 'a setting read once a row', [schoolReads('school_id = app.acting_school()'), 'candidacy.candidacy_school_select']),
  planted(10, 'a policy that looks at the clock', [
    schoolReads(`${own} and received_at < clock_timestamp()`),
    'candidacy.candidacy_school_select',
  ]),
  planted(11, 'two policies for one role and command', [
    `create policy planted on app.candidacy for select to app_school using (${own} and version > 0)`,
    'candidacy / app_school',
  ]),
  planted(11, 'a policy for everybody', [
    `create policy planted on app.candidacy for select using (${own})`,
    'candidacy.planted',
  ]),
];

/** What else a grant or an object may open. */
const grants: readonly PlantedFault[] = [
  planted(15, 'the right to empty a table', ['grant truncate on app.audit to app_school', 'relation audit']),
  planted(15, 'the right to refer to hidden rows', ['grant references on app.candidacy to app_school', 'relation candidacy']),
  planted(15, 'a grant that may be handed on', [
    'grant select (id) on app.school to app_school with grant option',
    'column app.school.id',
  ]),
  planted(16, 'a grant to everybody', ['grant select (id) on app.candidacy to public', 'column app.candidacy.id']),
  planted(16, 'a grant by default', [
    'alter default privileges for role app_owner in schema app grant select on tables to app_public',
    'default privilege r',
  ]),
  planted(22, 'a school reads who the candidate is', [
    'grant select (candidate_id) on app.candidacy to app_school',
    'app.candidacy.candidate_id / app_school',
  ]),
  planted(22, 'a grant that the class table does not list', [
    'grant select (rank) on app.preference to app_school',
    'preference / app_school',
  ]),
  planted(22, 'a row opened with its hidden columns', ['grant select on app.choice to app_candidate', 'choice / app_candidate']),
  planted(22, 'a grant of the class table that nobody gave', [
    'revoke insert on app.audit from app_school',
    'audit / app_school',
  ]),
  planted(23, 'a role of app in auth', ['grant usage on schema auth to app_person', 'auth / app_person']),
  planted(23, 'a role of a request between the two', ['grant usage on schema standing to app_login', 'standing / app_login']),
  planted(23, 'the accounts move what they only read', [
    'grant update (value) on standing.stamp to auth_svc',
    'standing.stamp.value / auth_svc',
  ]),
  planted(23, 'an effect reads what it only moves', [
    'grant select (value) on standing.stamp to app_effect',
    'standing.stamp.value / app_effect',
  ]),
  planted(23, 'a stamp for everybody', ['grant select (value) on standing.stamp to public', 'standing.stamp.value / PUBLIC']),
  planted(23, 'a right that may be passed on', [
    'grant update (value) on standing.stamp to app_effect with grant option',
    'standing.stamp.value / app_effect',
  ]),
  planted(23, 'something else between the two', [
    `create view standing.seen as select account_id, email as value from app.person;
     grant select (account_id, value) on standing.seen to auth_svc`,
    'standing.seen.value / auth_svc',
  ]),
  planted(23, 'a view between the two that nobody reads yet', [
    'create view standing.seen as select account_id from app.person',
    'standing.seen',
  ]),
  planted(23, 'the accounts make tables between the two', [
    'grant create on schema standing to auth_svc',
    'schema standing / auth_svc',
  ]),
  planted(23, 'one side owns what stands between', ['alter table standing.stamp owner to app_effect', 'standing.stamp']),
  planted(24, 'a right that may outlive its end', ['drop trigger moves_stamp on app.membership', 'app.membership']),
  planted(24, 'a trigger that sleeps', ['alter table app.consortium_right disable trigger moves_stamp', 'app.consortium_right']),
  planted(24, 'a dossier that comes unseen', [
    `drop trigger moves_own_stamp on app.application;
     create trigger moves_own_stamp after delete on app.application for each row execute function app.move_own_stamp()`,
    'app.application',
  ]),
  planted(24, 'a person whose address moves nothing', [
    `drop trigger moves_stamp on app.person;
     create trigger moves_stamp after insert or delete or update of account_id on app.person for each row execute function app.move_stamp()`,
    'app.person',
  ]),
  planted(24, 'a session without a stamp', ['drop trigger stamps_account on auth.session', 'auth.session']),
  planted(23, 'the whole table', ['grant delete on standing.stamp to auth_svc', 'standing.stamp / auth_svc']),
  planted(23, 'the accounts in app', ['grant usage on schema app to auth_svc', 'app / auth_svc']),
];

/** How tables hang together. */
const tables: readonly PlantedFault[] = [
  planted(17, 'a foreign key that leaves its school', [
    `create unique index planted on app.candidacy (id);
     alter table app.assignment add constraint planted_key foreign key (candidacy_id) references app.candidacy (id)`,
    'app.assignment.planted_key',
  ]),
  planted(17, 'a foreign key that leaves its candidate', [
    `create unique index planted on app.snapshot (id);
     alter table app.choice add constraint planted_key foreign key (snapshot_id) references app.snapshot (id)`,
    'app.choice.planted_key',
  ]),
  planted(18, 'a key that tells of other schools', [
    'create unique index planted on app.dossier_head (reference)',
    'app.planted',
  ]),
  planted(19, 'a row of no candidate', [
    'alter table app.dossier_identity alter candidate_id drop not null',
    'app.dossier_identity.candidate_id',
  ]),
  planted(20, 'a school found by reading every row', ['drop index app.preference_school_id_index', 'app.preference.school_id']),
  planted(21, 'an id that counts', [
    'alter table app.outbox add column number bigint generated always as identity',
    'app.outbox.number',
  ]),
  planted(21, 'an id that is no uuid', ['alter table app.outbox add column row_id bigint', 'app.outbox.row_id']),
];

export const plantedFaults: readonly PlantedFault[] = [...roles, ...policies, ...grants, ...tables];

/** What a careless migration adds. */
export const plantedObjects: readonly PlantedFault[] = [
  planted(12, 'a view', ['create view app.planted as select id, school_id from app.candidacy', 'planted']),
  planted(13, 'a materialized view', [
    'create materialized view app.planted as select id from app.candidacy; grant select on app.planted to app_school',
    'planted',
  ]),
  planted(14, 'a function with its owner’s rights', [
    `create function app.planted() returns bigint language sql security definer return (select count(*) from app.candidacy);
     grant execute on function app.planted() to app_school`,
    'app.planted()',
  ]),
  planted(16, 'a function for everybody', [
    'create function app.planted() returns int language sql return 1; grant execute on function app.planted() to public',
    'function app.planted()',
  ]),
  planted(5, 'a table', ['create table app.planted (school_id uuid not null, id uuid primary key)', 'planted']),
  planted(5, 'a partition', [
    `create table app.planted (school_id uuid not null, id uuid not null, primary key (school_id, id)) partition by hash (school_id);
     alter table app.planted enable row level security, force row level security;
     create table app.planted_part partition of app.planted for values with (modulus 1, remainder 0)`,
    'planted_part',
  ]),
  planted(21, 'a sequence', ['create sequence app.planted', 'planted']),
];
