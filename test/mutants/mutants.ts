import { abuseMutants } from './list/abuse.ts';
import { catalogueMutants } from './list/catalogue.ts';
import { disclosureMutants } from './list/disclosure.ts';
import { effectMutants } from './list/effects.ts';
import { keptListMutants } from './list/kept-lists.ts';
import { permissionMutants } from './list/permissions.ts';
import { requestMutants } from './list/requests.ts';
import { rowMutants } from './list/rows.ts';
import { secrecyMutants } from './list/secrecy.ts';
import type { Mutant } from './mutant.ts';

/** The walls, taken away one at a time; a new wall adds its line where it belongs. */
export const mutants: readonly Mutant[] = [
  ...catalogueMutants,
  ...rowMutants,
  ...disclosureMutants,
  ...permissionMutants,
  ...requestMutants,
  ...effectMutants,
  ...keptListMutants,
  ...secrecyMutants,
  ...abuseMutants,
];
