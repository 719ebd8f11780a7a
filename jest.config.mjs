/** One runner for all: rules beside their tests, everything that needs PostgreSQL, HTTP or a browser under `test/`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@guichet/source', 'node', 'node-addons'] },
  roots: ['<rootDir>/test', '<rootDir>/packages', '<rootDir>/services'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
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
