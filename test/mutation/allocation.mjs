// Mutation score of the engines and the checker of packages/allocation: `node test/mutation/allocation.mjs [GLOB]…` from the root.
// Long: the report goes to docs/reports/allocation-mutation.json. `pnpm install --ignore-workspace` here first.
import { createRequire } from 'node:module';
import house from '../../jest.config.mjs';

const require = createRequire(import.meta.url);
const { Stryker } = await import(require.resolve('@stryker-mutator/core'));
const globs = process.argv.slice(2);

/** The properties alone: no process is started, no folder outside the checkout is read. */
const { displayName: _, rootDir: __, ...unit } = house.projects[0];
const properties = {
  ...unit,
  testEnvironment: require.resolve('jest-environment-node'),
  roots: ['<rootDir>/packages/allocation/test'],
  testPathIgnorePatterns: ['proof/command-line', 'proof/fixtures', 'house/depth'],
};

process.env.ALLOCATION_RUNS ??= '60';
await new Stryker({
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: { projectType: 'custom', config: properties, enableFindRelatedTests: false },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--conditions=@guichet/source'],
  mutate: globs.length > 0 ? globs : ['packages/allocation/src/{market,seats,batch,rounds,audit}/**/*.ts'],
  // What a person reads is not a rule: messages of objections and violations are left alone.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['/services', '/docs', '/schema', '/packages/domain', '/packages/database', '/packages/admissions', 'dist'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  tsconfigFile: 'no-tsconfig-to-rewrite.json',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: 'docs/reports/allocation-mutation-stryker.json' },
  allowConsoleColors: false,
}).runMutationTest();
