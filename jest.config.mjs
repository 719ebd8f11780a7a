/** One runner for all. Two projects: `unit`, rules beside their tests; `whole`, what needs PostgreSQL, HTTP or a browser. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@guichet/source', 'node', 'node-addons'] },
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/', '/test/quality/', '/test/foreign/node_modules/', '/test/load/node_modules/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/temporal-equality.ts'],
};

export default {
  // A worker keeps what each file's modules leave behind: beyond this it is begun anew, before collecting garbage takes seconds.
  workerIdleMemoryLimit: '1.5GB',
  testTimeout: 60_000, // a busy machine starts a server in seconds, not in the usual fractions
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/packages', '<rootDir>/services'] },
    {
      ...shared,
      displayName: 'whole',
      roots: ['<rootDir>/test'],
      globalSetup: '<rootDir>/test/global-setup.ts',
      globalTeardown: '<rootDir>/test/global-teardown.ts',
    },
  ],
};
