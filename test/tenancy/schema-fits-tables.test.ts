import { createOrm, type Orm } from '@guichet/database/session/orm';
import { grantsSql, keysSql } from '@guichet/database/walls/print-walls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { databaseUrl } from '../world/server.ts';
import { pristine } from './catalogue-gate.ts';

let client: Client;
let orm: Orm;
beforeAll(async () => {
  const found = await pristine();
  client = found.client;
  const owner = databaseUrl(process.env['GUICHET_TEST_OWNER'] ?? '', found.name);
  orm = await createOrm({ url: owner, connections: 1, isOwner: true });
});
afterAll(async () => {
  await orm.close();
  await client.end();
});

/** What the migrations hold beyond the tables' metadata, besides the foreign keys inside a tenant. */
const writtenByHand = [
  ...['account', 'attempt', 'mail', 'session', 'user', 'verification'].map((table) => `table auth.${table}`),
  ...['second_factor', 'backup_code', 'address_change', 'session_ending'].map((table) => `table auth.${table}`),
  'table migrations.migration',
  'table app.seal',
  'table standing.stamp',
  'schema auth',
  'schema migrations',
  'schema standing',
  ...[
    'acting_administrator',
    'acting_team',
    'acting_candidate',
    'acting_school',
    'clock',
    'presented',
    'principal',
    'sealed',
    'signing_key',
  ].map((name) => `function app.${name}()`),
  'trigger date_session on auth.session',
  'trigger counts_application on app.application',
  'trigger counts_application_moves on app.application',
  'trigger counts_moves on app.candidacy',
  'trigger counts_received on app.candidacy',
  'trigger dates_change on app.membership',
  'trigger discloses_choices on app.campaign',
  ...['consortium_right', 'membership'].map((table) => `trigger ends_invitations on app.${table}`),
  'trigger ends_once on app.break_glass',
  'trigger finds_dossier on app.break_glass',
  'trigger keeps_admin on app.membership',
  'trigger keeps_admin_row on app.membership',
  'trigger keeps_consortium_admin on app.consortium_right',
  'trigger keeps_consortium_admin_row on app.consortium_right',
  'trigger keeps_disclosure on app.campaign',
  'trigger keeps_labels on app.candidacy_label',
  'trigger keeps_labels_off on app.candidacy_label',
  'trigger keeps_notes on app.note',
  'trigger keeps_specialisms on app.dossier_specialism',
  'trigger makes_member on app.invitation_acceptance',
  'trigger moves_candidacy on app.withdrawal',
  'trigger moves_own_stamp on app.application',
  ...['candidate', 'consortium_right', 'membership', 'person'].map((table) => `trigger moves_stamp on app.${table}`),
  'trigger refuses_overtaken on app.invitation_acceptance',
  'trigger renews_candidacy on app.dossier_head',
  'trigger stamps_account on auth.session',
  'trigger traces_acceptance on app.invitation_acceptance',
].toSorted();

const plantedChanges: readonly (readonly [string, RegExp])[] = [
  ['alter table app.recall add column planted text', /drop column planted$/],
  ['alter policy recall_candidate_select on app.recall using (true)', /policy recall_candidate_select on app\.recall/],
  ['alter table app.snapshot add constraint planted check (number > 0)', /drop constraint planted$/],
  ['drop index app.preference_school_id_index', /create index preference_school_id_index/],
];

/** What the ORM would change, so that the database fits the tables; a trigger's function goes with it. */
async function wouldChange(): Promise<string[]> {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
  return sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replaceAll('"', '').replace(/;$/, ''))
    .filter((statement) => statement !== '' && !/^drop function if exists \w+\.\w+_fn\(\)$/.test(statement));
}

const dropped = /^drop (table|schema|function|trigger) if exists (.+?)(?: cascade)?$/;
const droppedKey = /^alter table app\.\w+ drop constraint (\w+)$/;
const declaredKeys = () => keysSql().map((statement) => /add constraint (\S+) (.+)$/.exec(statement)?.slice(1) ?? []);

test('the migrated database is what the tables say, and what is written by hand beside them', async () => {
  const changes = await wouldChange();
  const keys = changes.flatMap((statement) => droppedKey.exec(statement)?.[1] ?? []);
  const byHand = changes.flatMap((statement) => dropped.exec(statement)?.slice(1).join(' ') ?? []);
  expect(changes.filter((statement) => !dropped.test(statement) && !droppedKey.test(statement))).toEqual([]);
  expect(byHand.toSorted()).toEqual(writtenByHand);
  expect(keys.toSorted()).toEqual(
    declaredKeys()
      .map(([name]) => name)
      .toSorted(),
  );
});

test('the foreign keys are those declared beside the tables, each with its tenant', async () => {
  const { rows } = await client.query<{
    key: string;
  }>(`select conrelid::regclass || ' ' || conname || ' ' || lower(pg_get_constraintdef(oid)) as key
    from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace order by 1`);
  const declared = keysSql().map((statement) =>
    statement.replace(/^alter table (\S+) add constraint (\S+) (.+)$/, '$1 $2 $3').replaceAll(/(app\.\w+) \(/g, '$1('),
  );
  expect(rows.map(({ key }) => key)).toEqual(declared.toSorted());
});

const granted = `select g.rolname || ' ' || lower(a.privilege_type) || ' ' || c.relname as grant
    from pg_class c cross join aclexplode(c.relacl) a join pg_roles g on g.oid = a.grantee
   where c.relnamespace = 'app'::regnamespace and a.grantee <> c.relowner and c.relname <> 'seal'
  union all
  select g.rolname || ' ' || lower(a.privilege_type) || ' ' || c.relname || '.' || t.attname
    from pg_attribute t join pg_class c on c.oid = t.attrelid cross join aclexplode(t.attacl) a join pg_roles g on g.oid = a.grantee
   where c.relnamespace = 'app'::regnamespace and a.grantee <> c.relowner and c.relname <> 'seal'`;

/** One line a role, verb and table or column. */
function printed(statement: string): string[] {
  const [, verb = '', columns, table = '', roles = ''] =
    /^grant (\w+)(?: \(([^)]*)\))? on app\.(\w+) to (.+)$/.exec(statement) ?? [];
  const objects = columns === undefined ? [table] : columns.split(', ').map((column) => `${table}.${column}`);
  return roles.split(', ').flatMap((role) => objects.map((object) => `${role} ${verb} ${object}`));
}

test('the grants of the catalogue are those printed from the class table', async () => {
  const { rows } = await client.query<{ grant: string }>(granted);
  const expected = new Set(grantsSql(orm).flatMap(printed));
  expect(rows.map((row) => row.grant).toSorted()).toEqual([...expected].toSorted());
});

// Last, since it leaves its faults behind.
test.each(plantedChanges)('a database that has moved away from its tables is told: %s', async (fault, told) => {
  await client.query(fault);
  expect((await wouldChange()).some((statement) => told.test(statement))).toBe(true);
});
