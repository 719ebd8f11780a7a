import { code, type Mutant } from '../mutant.ts';

/** What keeps the gateway standing, and silent, when it is abused. */
export const abuseMutants: readonly Mutant[] = [
  {
    name: 'a refused document costs nothing',
    how: code('services/gateway/src/limits/deposit.ts', 'budgets.take(key, refusedCost)', 'budgets.take(key, 0)'),
    dies: ['test/contract/edge-budgets.test.ts'],
    tests: 'A-28 whoever sends nothing but what is refused',
  },
  {
    name: 'a refusal repeats the library, and with it the document',
    how: code(
      'services/gateway/src/errors/format-error.ts',
      'wordingOfFault(formatted.message) ?? wordingOf(code)',
      'formatted.message + String(wordingOfFault(formatted.message))',
    ),
    dies: ['test/contract/edge-documents.test.ts'],
    tests: 'A-19',
  },
  {
    name: 'production takes a server whose log keeps what people write',
    how: code(
      'services/platform/src/running/platform-database.ts',
      'if (isProduction) refuseFaults(lossy, talkative);',
      'if (isProduction) refuseFaults(lossy, []);',
    ),
    dies: ['test/platform/production-refuses.test.ts'],
    tests: 'H-20 I-11',
  },
];
