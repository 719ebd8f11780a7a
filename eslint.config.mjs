import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The contract's own lint; code is linted by oxlint. The plugin belongs to `test/quality`, which is no part of the workspace. */
const tools = createRequire(new URL('test/quality/package.json', import.meta.url));
const { default: graphql } = await import(pathToFileURL(tools.resolve('@graphql-eslint/eslint-plugin')).href);

const contract = fileURLToPath(new URL('schema/', import.meta.url));
const parsed = (sources) => ({ parser: graphql.parser, parserOptions: { graphQLConfig: sources } });
const schema = `${contract}schema.graphql`;
const documents = `${contract}operations/**/*.graphql`;
const plugins = { '@graphql-eslint': graphql };

const described = {
  types: true,
  DirectiveDefinition: true,
  EnumValueDefinition: true,
  FieldDefinition: true,
  InputValueDefinition: true,
};

const names = {
  types: 'PascalCase',
  FieldDefinition: { style: 'camelCase', forbiddenPrefixes: ['get', 'fetch', 'list'] },
  InputValueDefinition: 'camelCase',
  DirectiveDefinition: 'camelCase',
  EnumValueDefinition: 'UPPER_CASE',
};

export default [
  {
    files: ['schema/schema.graphql'],
    languageOptions: parsed({ schema }),
    plugins,
    rules: {
      '@graphql-eslint/require-description': ['error', described],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/naming-convention': ['error', names],
      '@graphql-eslint/no-typename-prefix': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/input-name': ['error', { checkInputType: true, checkQueries: false, caseSensitiveInputType: false }],
      '@graphql-eslint/relay-connection-types': 'error',
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/relay-page-info': 'error',
    },
  },
  {
    files: ['schema/operations/**/*.graphql'],
    languageOptions: parsed({ schema, documents }),
    plugins,
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/naming-convention': [
        'error',
        { VariableDefinition: 'camelCase', OperationDefinition: 'PascalCase', FragmentDefinition: 'PascalCase' },
      ],
      '@graphql-eslint/require-selections': 'off', // an example asks for what it shows
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 10 }],
    },
  },
];
