import { mayOf, type SchoolFunction } from '../account/school-function.ts';

/** What keeps somebody from exporting. */
export type ExportObjection =
  | { readonly reason: 'CONTENT_NOT_YOURS'; readonly path: readonly string[] }
  | { readonly reason: 'TOO_MANY_EXPORTS'; readonly max: number };

/** Exports of one requester that may wait or be written at once. */
export const exportsAtOnce = 3;

/** Whoever reads the list may export it; what dossiers say, only who may open them. */
export const mayExport = (functions: Iterable<SchoolFunction>, withContent: boolean): boolean =>
  mayOf(functions).has(withContent ? 'OPEN_CANDIDACY' : 'READ_LIST');

/** All objections at once; `underWay` counts the requester's own exports that are not finished. */
export function objectionsToExport(wanted: {
  readonly mayHaveContent: boolean;
  readonly withContent: boolean;
  readonly underWay: number;
}) {
  const objections: ExportObjection[] = [];
  if (wanted.withContent && !wanted.mayHaveContent) objections.push({ reason: 'CONTENT_NOT_YOURS', path: ['withContent'] });
  if (wanted.underWay >= exportsAtOnce) objections.push({ reason: 'TOO_MANY_EXPORTS', max: exportsAtOnce });
  return objections;
}
