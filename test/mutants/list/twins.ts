import { code, type Mutant } from '../mutant.ts';

const twins = 'test/tenancy/twins/twins.test.ts';

/** What no word betrays, and only the comparison of two worlds shows. */
export const twinMutants: readonly Mutant[] = [
  {
    name: 'a copy’s digest holds the order of preference, so that a new order writes a new copy',
    how: code(
      'packages/admissions/src/application/school-copies.ts',
      '  reference: dossier.reference,\n',
      '  reference: dossier.reference,\n  preferenceRank: choice.preferenceRank,\n',
    ),
    dies: [twins],
    tests: 'filed anew in another order',
  },
];
