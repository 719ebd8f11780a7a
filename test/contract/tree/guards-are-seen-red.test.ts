import { describe, expect, test } from '@jest/globals';
import { withTree } from './planted-tree.ts';

const quality = 'test/quality/node_modules/.bin';
const patienceMs = 60_000;

/** Each place at which one rule objects, as `file rule`. */
const places = (output: string, pattern: RegExp) =>
  [...new Set([...output.matchAll(pattern)].map(([, file, rule]) => `${file} ${rule}`))].toSorted();

describe('each guard sees the fault it is there for', () => {
  test(
    'the arrows hold: upwards, sideways, out of a leaf, around, into nothing',
    () =>
      withTree(
        ['.dependency-cruiser.mjs', 'tsconfig.base.json'],
        {
          'packages/domain/src/campaign/upwards.ts': `import type { Row } from '../../../database/src/campaign.table.ts';\nexport type Upwards = Row;\n`,
          'packages/domain/src/campaign/impure.ts': `import { readFileSync } from 'node:fs';\nexport const text = () => readFileSync('x');\n`,
          'packages/database/src/campaign.table.ts': 'export interface Row { id: string }\n',
          'packages/database/src/lost.ts': `import { nothing } from '@guichet/nowhere/nothing';\nexport const lost = nothing;\n`,
          'packages/admissions/src/first.ts': `import { second } from './second.ts';\nexport const first = () => second();\n`,
          'packages/admissions/src/second.ts': `import { first } from './first.ts';\nexport const second = (): unknown => first();\n`,
          'services/gateway/src/notice/sideways.ts': `import { hidden } from '../school/hidden.ts';\nexport const sideways = hidden;\n`,
          'services/gateway/src/notice/sound.ts': `import { School } from '../school/school.type.ts';\nimport { page } from '../connection/page.ts';\nexport const sound = [School, page];\n`,
          'services/gateway/src/notice/roof.ts': `import { schema } from '../schema.ts';\nexport const roof = schema;\n`,
          'services/gateway/src/school/hidden.ts': 'export const hidden = 1;\n',
          'services/gateway/src/school/school.type.ts': 'export class School {}\n',
          'services/gateway/src/connection/page.ts': 'export const page = 1;\n',
          'services/gateway/src/schema.ts': 'export const schema = 1;\n',
        },
        async (tree) => {
          const output = await tree.judgedBy(
            `${quality}/depcruise`,
            '--config',
            '.dependency-cruiser.mjs',
            '--output-type',
            'json',
            'packages',
            'services',
          );
          const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
          expect(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).toSorted()).toEqual([
            'packages/admissions/src/first.ts: no cycle',
            'packages/database/src/lost.ts: everything resolves',
            'packages/domain/src/campaign/impure.ts: leaves are pure',
            'packages/domain/src/campaign/upwards.ts: leaves are pure',
            'packages/domain/src/campaign/upwards.ts: packages/domain sees only what is below it',
            'services/gateway/src/notice/roof.ts: nobody takes the gateway from its roof',
            'services/gateway/src/notice/sideways.ts: slices meet at the front door',
          ]);
        },
      ),
    patienceMs,
  );

  test(
    'the budgets hold: length, width, any, the clock of the machine, a promise nobody waits for',
    () =>
      withTree(
        ['.oxlintrc.json', 'tsconfig.base.json'],
        {
          'src/long.ts': `export const long = [\n${'  1,\n'.repeat(250)}];\n`,
          'src/deep.ts': `export function deep(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(50)}  return sum;\n}\n`,
          'src/wide.ts': 'export const wide = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
          'src/loose.ts': 'export const loose = (value: any) => value;\n',
          'src/clock.ts': 'export const clock = () => new Date();\nexport const native = () => Temporal.Now.instant();\n',
          'src/nameless.ts': 'export default 1;\n',
          'src/CamelCase.ts': 'export const name = 1;\n',
          'src/adrift.ts': 'const later = async () => 1;\nexport const adrift = () => {\n  later();\n};\n',
          'src/sound.ts': 'export const sound = (a: number) => a;\n',
          'tsconfig.json': '{ "extends": "./tsconfig.base.json", "include": ["src"] }\n',
        },
        async (tree) => {
          const output = await tree.judgedBy('node_modules/.bin/oxlint', '--type-aware', '--format', 'unix', 'src');
          expect(places(output, /^src\/([\w-]+)\.ts:.*\[Error\/(.*)\]$/gm)).toEqual([
            'CamelCase unicorn(filename-case)',
            'adrift typescript(no-floating-promises)',
            'clock eslint(no-restricted-globals)',
            'clock eslint(no-restricted-properties)',
            'deep eslint(max-lines-per-function)',
            'long eslint(max-lines)',
            'loose typescript(no-explicit-any)',
            'nameless import(no-default-export)',
            'wide eslint(max-params)',
          ]);
        },
      ),
    patienceMs,
  );

  test(
    'what nobody imports is found, a whole file or one name of it, and a dependency nobody needs',
    () =>
      withTree(
        ['knip.json', 'pnpm-workspace.yaml'],
        {
          'package.json': '{ "name": "planted", "private": true, "type": "module" }\n',
          'packages/domain/package.json': JSON.stringify({
            name: '@guichet/domain',
            type: 'module',
            exports: { './*': { '@guichet/source': './src/*.ts', default: './dist/*.js' } },
            dependencies: { superfluous: '1.0.0' },
          }),
          'packages/domain/tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "dist" }, "include": ["src"] }\n',
          'packages/domain/src/lonely.ts': 'export const lonely = 1;\n',
          'packages/domain/src/half.ts': 'export const wanted = 1;\nexport const unwanted = 2;\n',
          'packages/domain/src/half.test.ts': `import { wanted } from './half.ts';\nconsole.log(wanted);\n`,
        },
        async (tree) => {
          const output = await tree.judgedBy(`${quality}/knip`, '--no-progress', '--no-config-hints', '--reporter', 'compact');
          for (const found of ['lonely', 'unwanted', 'superfluous']) expect(output).toContain(found);
          expect(output).not.toMatch(/\bwanted/);
        },
      ),
    patienceMs,
  );

  test(
    'the contract is described and named: types, fields, arguments, values, also of an example',
    () =>
      withTree(
        ['eslint.config.mjs'],
        {
          'schema/schema.graphql': [
            '"""Where reading begins."""\ntype Query {\n  """Described."""\n  campaign(bare: Int): Campaign\n}',
            'type Campaign {\n  """Described."""\n  Name: Route\n  bare: Int\n}',
            '"""Described."""\nenum Route {\n  """Described."""\n  lower\n}\n',
          ].join('\n'),
          'schema/operations/public/campaign.graphql': 'query Campaign {\n  campaign {\n    missing\n  }\n}\n',
        },
        async (tree) => {
          const output = await tree.judgedBy(`${quality}/eslint`, '--format', 'json', 'schema');
          const files = JSON.parse(output) as { messages: { ruleId: string; message: string }[] }[];
          expect(files.flatMap(({ messages }) => messages.map(({ message }) => message)).toSorted()).toEqual([
            'Cannot query field "missing" on type "Campaign".',
            'Description is required for field "bare" in type "Campaign"',
            'Description is required for input value "bare" in field "campaign"',
            'Description is required for type "Campaign"',
            'Enum value "lower" should be in UPPER_CASE format',
            'Field "Name" should be in camelCase format',
            'The server must provide a `PageInfo` object.',
          ]);
        },
      ),
    patienceMs,
  );

  test(
    'one way of writing is held by the formatter',
    () =>
      withTree(
        ['biome.json'],
        { 'src/sloppy.ts': 'export  const sloppy = "x"\n', 'src/sound.ts': `export const sound = 'x';\n` },
        async (tree) => {
          const output = await tree.judgedBy('node_modules/.bin/biome', 'check', '--vcs-enabled=false', 'src');
          expect(output).toContain('src/sloppy.ts format');
          expect(output).not.toContain('src/sound.ts');
        },
      ),
    patienceMs,
  );
});
