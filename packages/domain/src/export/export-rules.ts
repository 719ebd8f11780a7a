import { mayOf, type SchoolFunction } from '../account/school-function.ts';
import type { ApiScope } from '../key/api-scope.ts';

/** What keeps somebody from exporting. */
export type ExportObjection =
  | { readonly reason: 'LIST_NOT_YOURS' }
  | { readonly reason: 'CONTENT_NOT_YOURS'; readonly path: readonly string[] }
  | { readonly reason: 'TOO_MANY_EXPORTS'; readonly max: number };

/** Exports of one requester that may wait or be written at once. */
export const exportsAtOnce = 3;

/** By what right somebody asks: a person's functions in the school, or a key's scopes. */
export interface Requester {
  readonly functions: readonly SchoolFunction[];
  readonly scopes?: readonly ApiScope[] | undefined;
}

/** Whoever reads the list may export it; what dossiers say, only who may open them. A key exports what it may read. */
export function mayExport({ functions, scopes }: Requester, withContent: boolean): boolean {
  if (scopes) return scopes.includes('EXPORTS_WRITE') && scopes.includes('CANDIDACIES_READ');
  return mayOf(functions).has(withContent ? 'OPEN_CANDIDACY' : 'READ_LIST');
}

/** What is wanted, and how many of the requester's own exports are not finished. */
export interface WantedExport {
  readonly withContent: boolean;
  readonly underWay: number;
}

/** All objections at once. */
export function objectionsToExport(requester: Requester, { withContent, underWay }: WantedExport): readonly ExportObjection[] {
  const objections: ExportObjection[] = [];
  if (!mayExport(requester, false)) objections.push({ reason: 'LIST_NOT_YOURS' });
  else if (!mayExport(requester, withContent)) objections.push({ reason: 'CONTENT_NOT_YOURS', path: ['withContent'] });
  if (underWay >= exportsAtOnce) objections.push({ reason: 'TOO_MANY_EXPORTS', max: exportsAtOnce });
  return objections;
}
