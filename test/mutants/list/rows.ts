import { gate } from '../gate-verdict.ts';
import { database, type Mutant } from '../mutant.ts';

const own = 'school_id = (select app.acting_school())';
const me = '(select app.principal())';
const policy = (table: string, role: string, rows: string) =>
  database(`alter policy ${table}_${role}_select on app.${table} using (${rows})`);
const assignedTo = (table: string) =>
  `exists (select from app.assignment a where a.school_id = ${table}.school_id and a.candidacy_id = ${table}.candidacy_id and a.reader_id = ${me})`;

/** Faults that leave the catalogue in order: only what people then see or do gives them away. */
export const rowMutants: readonly Mutant[] = [
  {
    name: 'a policy is true',
    how: policy('dossier_identity', 'reviewer', 'true'),
    dies: ['test/stories/assignment/a-reviewer-never-sees-the-unassigned.test.ts'],
    tests: 'before anything is assigned',
  },
  {
    name: 'the seal is not checked',
    how: database(
      'create or replace function app.sealed() returns boolean language sql stable security definer parallel safe set search_path = pg_catalog, pg_temp return true',
    ),
    dies: ['test/worker/jobs-have-narrow-roles.test.ts'],
    tests: 'sees no row without the seal',
  },
  {
    name: 'content is read without an opening',
    how: policy('dossier_content', 'school', own),
    dies: ['test/stories/desk/content-answers-only-after-an-opening.test.ts'],
    tests: 'before an opening',
  },
  {
    name: 'a reviewer sees what is not assigned',
    how: policy('dossier_head', 'reviewer', own),
    dies: ['test/stories/assignment/a-reviewer-never-sees-the-unassigned.test.ts'],
    tests: 'before anything is assigned',
  },
  {
    name: 'an assignment that was taken back still counts',
    how: policy('assignment', 'reviewer', `${own} and reader_id = ${me}`),
    dies: ['test/stories/assignment/a-reviewer-never-sees-the-unassigned.test.ts'],
    tests: 'what is assigned is read|what is taken back is read no more',
  },
  {
    name: 'a masked reading shows the identity',
    how: policy('dossier_identity', 'reviewer', `${own} and ${assignedTo('dossier_identity')}`),
    dies: ['test/stories/assignment/a-reviewer-never-sees-the-unassigned.test.ts'],
    tests: 'a masked reading shows no identity',
  },
  {
    name: 'a break-glass that has ended still opens',
    how: policy(
      'dossier_content',
      'platform',
      `exists (select from app.break_glass b where b.school_id = dossier_content.school_id and b.candidacy_id = dossier_content.candidacy_id and b.principal_id = ${me})`,
    ),
    dies: ['test/stories/break-glass/the-clock-ends-a-break-glass.test.ts'],
    tests: 'opens four tables of one dossier|the worker shuts the database',
  },
  {
    name: 'a break-glass opens to every administrator of the consortium',
    how: policy(
      'dossier_content',
      'platform',
      'exists (select from app.break_glass b where b.school_id = dossier_content.school_id and b.candidacy_id = dossier_content.candidacy_id and b.ended_at is null)',
    ),
    dies: [gate],
  },
  {
    name: 'a file is read by the functions of the day it was made',
    how: policy(
      'export_chunk',
      'school',
      `${own} and exists (select from app.export_job j where j.school_id = export_chunk.school_id and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = ${me} and j.state = 'DONE')`,
    ),
    dies: ['test/stories/export/a-file-is-read-by-the-rights-of-today.test.ts'],
    tests: 'the database itself gives a piece by the functions of today',
  },
  {
    name: 'the last administrator may leave',
    how: database('drop trigger keeps_admin on app.membership'),
    dies: ['test/stories/people/the-last-administrator-stays.test.ts'],
    tests: 'whatever SQL the school’s role is made to run',
  },
  {
    name: 'the words of a removed note answer',
    how: policy('note_version', 'school', own),
    dies: ['test/stories/desk/notes/a-team-writes-to-itself.test.ts'],
    tests: 'stand newest first|a note is reworded|a removed note leaves who',
  },
  {
    name: 'a school may rewrite its trail',
    how: database(
      'grant update (act) on app.audit to app_school',
      `create policy audit_school_update on app.audit for update to app_school using (${own}) with check (${own})`,
    ),
    dies: ['test/worker/the-trail-is-only-added-to.test.ts'],
    tests: 'no role of ours may change',
  },
  {
    name: 'a key of an act without its principal',
    how: database('alter table app.idempotency drop constraint idempotency_pkey, add primary key (key)'),
    dies: ['test/stories/candidate/the-same-submission-twenty-times-is-one.test.ts'],
    tests: 'belongs to its person',
  },
  {
    name: 'a withdrawal moves no candidacy',
    how: database('drop trigger moves_candidacy on app.withdrawal'),
    dies: ['test/stories/candidate/withdrawn-and-chosen-again-is-received-anew.test.ts'],
    tests: 'ends one candidacy with its reason',
  },
  {
    name: 'the accounts’ login reads dossiers',
    how: database('grant usage on schema app to auth_svc', 'grant select on app.candidacy to auth_svc'),
    dies: ['test/account/account-walls.test.ts'],
    tests: 'auth_svc reads, writes and calls nothing in app',
  },
];
