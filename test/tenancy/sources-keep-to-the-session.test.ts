import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** Where the session is made: the only place that may reach past a bound transaction. */
const session = /^packages\/database\/src\/(session|migrations|server)\//;

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['asks for a connection of its own', /\bgetConnection\(/],
  ['takes a query builder past the transaction', /\bgetKysely\b/],
  ['runs a text on the entity manager', /\bem\.execute\(/],
  ['makes an entity manager of its own', /\bem\.fork\(/],
  ['hands an input to a row', /\bem\.assign\(|\bwrap\([^)]*\)\.assign\(/],
  ['writes raw words into a statement', /\bsql\.(raw|lit)\(|\braw\(/],
  ['takes the pool behind the transactions', /\bpoolOf\b/],
  ['makes connections of its own', /\bnew (?:\w+\.)?(?:Pool|Client)\(/],
  ['assigns onto what it was given', /\bObject\.assign\((?!\{\}|new )/],
];

/** What whoever operates the platform runs, or a start does for them: as the owner or the administrator, for no principal. */
const ofOperators = [
  'back-up/archive',
  'back-up/base-copy',
  'back-up/make-back-up',
  'back-up/watched-archive',
  'demonstration/demo-accounts',
  'demonstration/demo-factors',
  'demonstration/mark',
  'demonstration/set-aside',
  'dump/back-up-role',
  'dump/load-dump',
  'dump/write-dump',
  'remove-factor',
  'restore',
  'restore/drill',
  'restore/recovered',
  'restore/restore-dump',
  'running/moved-clock',
  'running/platform-database',
  'seed/load-dossiers',
  'story/mark-synthetic',
  'verify/remade-lists',
];

/** Who may, and why; whoever else does is a fault. */
const excepted: Readonly<Record<string, readonly string[]>> = {
  // The names and types of columns, which stand in the source as they are; and the number of rows of a `fetch`, which takes no parameter.
  'writes raw words into a statement': [
    'packages/admissions/src/application/rows-of.ts',
    'packages/database/src/export/queue-cursor.ts',
  ],
  'makes connections of its own': [
    // The sessions of accounts and their mail, as `auth_svc`, which reads nothing else; totals counted anew, as the owner.
    'services/gateway/src/principal/connections.ts',
    'services/worker/src/worker.ts',
    'services/worker/src/totals/recount-totals.ts',
    ...ofOperators.map((name) => `services/platform/src/${name}.ts`),
  ],
  // None of these is a row that is written back.
  'assigns onto what it was given': [
    'packages/allocation/src/audit/replay/replay-events.ts',
    'packages/allocation/src/audit/replay/replay-rankings.ts',
    'packages/allocation/src/audit/replay/replay-run.ts',
    'services/gateway/src/account/pages/factor-script.ts',
    'services/gateway/src/choice/choice.loaders.ts',
    'services/gateway/src/connection/without-info.ts',
    'services/gateway/src/http/probe/probe.resolver.ts',
    'services/gateway/src/http/query-page/known-values.ts',
  ],
};

/** Every fault of one source file, by its path. */
const faultsOf = (file: string, text: string): readonly string[] =>
  session.test(file) ? [] : forbidden.flatMap(([fault, sign]) => (sign.test(text) ? [`${file} ${fault}`] : []));

function sources(): readonly string[] {
  const folders = ['packages', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  return folders.filter((file) => /\/src\/.*\.ts$/.test(file) && !/node_modules|dist\/|\.test\.ts$/.test(file));
}

test('C-14 C-19 no source reaches past the transaction of its principal, and none assigns an input to a row', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(300);
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(join(root, file), 'utf8')));
  const known = Object.entries(excepted).flatMap(([fault, those]) => those.map((file) => `${file} ${fault}`));
  expect(faults.toSorted()).toEqual(known.toSorted());
});

test('a source that does is told', () => {
  const planted = 'const row = em.assign(entity, input);\nawait em.getConnection().execute(sql.raw(text));\n';
  expect(faultsOf('packages/admissions/src/planted.ts', planted)).toEqual([
    'packages/admissions/src/planted.ts asks for a connection of its own',
    'packages/admissions/src/planted.ts hands an input to a row',
    'packages/admissions/src/planted.ts writes raw words into a statement',
  ]);
  const further = {
    'Object.assign(application, input);': 'assigns onto what it was given',
    "await (await poolOf(orm)).query('select 1');": 'takes the pool behind the transactions',
    'const pool = new Pool({ connectionString });': 'makes connections of its own',
    'const client = new pg.Client(url);': 'makes connections of its own',
  };
  for (const [line, fault] of Object.entries(further))
    expect(faultsOf('packages/admissions/src/planted.ts', line)).toEqual([`packages/admissions/src/planted.ts ${fault}`]);
  expect(faultsOf('packages/admissions/src/planted.ts', 'throw Object.assign(new Error(words), { code });')).toEqual([]);
  expect(faultsOf('packages/database/src/session/planted.ts', planted)).toEqual([]);
});
