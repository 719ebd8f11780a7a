import { gate } from '../gate-verdict.ts';
import { database, type Mutant } from '../mutant.ts';

const own = 'school_id = (select app.acting_school())';

/** What the catalogue alone gives away: the gate stands before every build. */
const gated = (name: string, ...statements: readonly string[]): Mutant => ({
  name,
  how: database(...statements),
  dies: [gate],
});

const policies: readonly Mutant[] = [
  gated('a policy is dropped', 'drop policy dossier_head_school_select on app.dossier_head'),
  gated('FORCE is dropped: the owner passes every policy', 'alter table app.dossier_content no force row level security'),
  gated('row-level security is off on one table', 'alter table app.preference disable row level security'),
  gated(
    'WITH CHECK is dropped',
    'drop policy candidacy_school_update on app.candidacy',
    `create policy candidacy_school_update on app.candidacy for update to app_school using (${own})`,
  ),
  gated('a check lets anything be written', 'alter policy note_school_update on app.note with check (true)'),
  gated(
    'a second policy opens what the first keeps shut',
    `create policy further on app.assignment for select to app_reviewer using (${own} and is_masked)`,
  ),
];

/** Each class in bold in the table of classes, given to whoever must never have it. */
const grants: readonly Mutant[] = [
  gated('a school may read the order of preference', 'grant select (rank) on app.preference to app_school'),
  gated('a reviewer may read the order of preference', 'grant select (rank) on app.preference to app_reviewer'),
  gated('the consortium may read the order of preference', 'grant select (rank) on app.preference to app_platform'),
  gated('a school may read which other schools were chosen', 'grant select (school_id) on app.choice to app_school'),
  gated('a school may read who the candidate is everywhere', 'grant select (candidate_id) on app.candidacy to app_school'),
  gated('a school may read a draft', 'grant select (answers, choices) on app.application to app_school'),
  gated('the consortium may read what was submitted', 'grant select (content) on app.snapshot to app_platform'),
  gated('a school may read special arrangements', 'grant select (content) on app.special_arrangement to app_school'),
  {
    name: 'a key may read a column more',
    how: database('grant select (functions) on app.membership to app_key'),
    dies: ['test/tenancy/schema-fits-tables.test.ts'],
    tests: 'the grants of the catalogue are those printed',
  },
  {
    name: 'a candidate may read why the consortium broke the glass',
    how: database('grant select (reason, display_name) on app.break_glass to app_candidate'),
    dies: ['test/tenancy/schema-fits-tables.test.ts'],
    tests: 'the grants of the catalogue are those printed',
  },
  gated('a GRANT of the class table is dropped', 'revoke insert on app.audit from app_school'),
  gated('a school may empty its trail', 'grant truncate on app.audit to app_school'),
];

const objects: readonly Mutant[] = [
  gated(
    'a view without security_invoker',
    'create view app.shortcut as select id, school_id from app.candidacy',
    'alter view app.shortcut owner to app_owner',
    'grant select on app.shortcut to app_school',
  ),
  gated(
    'a partition is bare',
    'create table app.parted (school_id uuid not null, id uuid not null, primary key (school_id, id)) partition by hash (school_id)',
    'alter table app.parted enable row level security',
    'alter table app.parted force row level security',
    'create table app.parted_0 partition of app.parted for values with (modulus 1, remainder 0)',
  ),
  gated('a unique key without its school', 'create unique index further on app.dossier_head (reference, number)'),
  gated(
    'a foreign key without its school',
    'create unique index further on app.candidacy (id)',
    'alter table app.note add constraint note_of foreign key (candidacy_id) references app.candidacy (id)',
  ),
  gated('a serial id users may see', 'alter table app.outbox add column number bigint generated always as identity'),
  gated(
    'an unaudited function with its owner’s rights',
    'create function app.count_all() returns bigint language sql security definer return (select count(*) from app.candidacy)',
    'grant execute on function app.count_all() to app_school',
  ),
];

const logins: readonly Mutant[] = [
  gated('the gateway’s login inherits what it may become', 'grant app_school to app_login with inherit true, set true'),
  gated('a narrow role passes every policy', 'alter role app_totals bypassrls'),
];

/** Faults of the catalogue. */
export const catalogueMutants: readonly Mutant[] = [...policies, ...grants, ...objects, ...logins];
