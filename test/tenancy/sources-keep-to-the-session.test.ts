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
];

/** The names and types of columns, which stand in the source as they are; and the number of rows of a `fetch`, which takes no parameter. */
const withConstantWords = ['packages/admissions/src/application/rows-of.ts', 'packages/database/src/export/queue-cursor.ts'];

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
  expect(faults).toEqual(withConstantWords.map((file) => `${file} writes raw words into a statement`));
});

test('a source that does is told', () => {
  const planted = 'const row = em.assign(entity, input);\nawait em.getConnection().execute(sql.raw(text));\n';
  expect(faultsOf('packages/admissions/src/planted.ts', planted)).toEqual([
    'packages/admissions/src/planted.ts asks for a connection of its own',
    'packages/admissions/src/planted.ts hands an input to a row',
    'packages/admissions/src/planted.ts writes raw words into a statement',
  ]);
  expect(faultsOf('packages/database/src/session/planted.ts', planted)).toEqual([]);
});
