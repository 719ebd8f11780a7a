import { database, type Mutant } from './mutant.ts';

const gate = 'test/tenancy/catalogue-gate.test.ts';

/** The walls, taken away one at a time. */
export const mutants: readonly Mutant[] = [
  {
    name: 'a policy is dropped',
    how: database('drop policy dossier_head_school_select on app.dossier_head'),
    dies: [gate],
    tests: 'C-01',
  },
];
