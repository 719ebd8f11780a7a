/** Who may see whom. What is not listed is an error. */
const sees = {
  'packages/domain': [],
  'packages/allocation': [],
  'packages/client': [],
  'packages/documents': ['domain', 'allocation'],
  'packages/database': ['domain', 'allocation'],
  'packages/admissions': ['domain', 'allocation', 'database'],
  'services/gateway': ['domain', 'allocation', 'database', 'admissions'],
  'services/worker': ['domain', 'allocation', 'database', 'admissions', 'documents'],
  'services/portal': ['client'],
  'services/platform': ['domain', 'allocation', 'database', 'admissions', 'documents', 'gateway', 'worker'],
};
const arrows = Object.entries(sees).map(([home, below]) => ({
  name: `${home} sees only what is below it`,
  severity: 'error',
  comment: 'An arrow upwards makes a rule depend on who asks.',
  from: { path: `^${home}/` },
  to: {
    path: '^(packages|services|test)/',
    pathNot: [home, ...below.map((name) => `(packages|services)/${name}`)].map((folder) => `^${folder}/`),
  },
}));

/** Who asks is known from their session: the one word of a slice that the frame needs. */
const session = '^services/gateway/src/account/(session-of|session/login-sessions)\\.ts$';

/** What every slice of the gateway stands on. No slices: whatever they offer may be imported. */
const frame = 'connection|errors|http|limits|node|permissions|principal|scalars|text|user-error';
const isTest = '\\.test\\.ts$';

export default {
  forbidden: [
    ...arrows,
    {
      name: 'leaves are pure',
      severity: 'error',
      comment: 'Rules and allocation know nothing of databases, GraphQL or Node.',
      from: { path: '^packages/(domain|allocation)/src/(?!cli/)', pathNot: isTest },
      to: { pathNot: '^packages/$1/src/' },
    },
    {
      name: 'slices meet at the front door',
      severity: 'error',
      comment: 'A slice shows others its GraphQL type, its loaders and who may read it; only the frame is open to all.',
      from: { path: '^services/gateway/src/([^/]+)/', pathNot: isTest },
      to: { path: `^services/gateway/src/(?!$1/|(${frame})/)[^/]+/`, pathNot: ['\\.(type|loaders|permissions)\\.ts$', session] },
    },
    {
      name: 'nobody takes the gateway from its roof',
      severity: 'error',
      comment: 'The files at the root join the slices: a slice that imports them turns the arrow round.',
      from: { path: '^services/gateway/src/([^/]+)/', pathNot: isTest },
      to: { path: '^services/gateway/src/[^/]+\\.ts$' },
    },
    {
      name: 'no cycle',
      severity: 'error',
      comment: 'A cycle has no first line to read.',
      from: {},
      to: { circular: true, via: { pathNot: '\\.(table|type)\\.ts$' }, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything resolves',
      severity: 'error',
      comment: 'An import that leads nowhere passes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Mutation testing and the peers of the bench are packages of their own outside the workspace, fetched only by who runs them.
    exclude: { path: '(^|/)dist/|^test/mutation/|^test/load/(peers|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@guichet/source', 'import', 'node', 'types', 'default'],
    },
  },
};
