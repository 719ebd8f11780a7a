import { forbidden } from '../errors/refused.ts';
import type { Hat } from './principal-kinds.ts';

/** What narrows a list, as far as it tells of labels and readers. */
interface Narrowing {
  readonly labelIds?: readonly string[] | null | undefined;
  readonly readerId?: string | null | undefined;
  readonly isUnassigned?: boolean | null | undefined;
}

/** A key narrows a list only by what it may read: what is left would tell the rest. Readers are no key's to know. */
export function mayNarrow(hat: Hat | null, filter: Narrowing | null | undefined): boolean {
  if (hat?.kind !== 'KEY') return true;
  const byReader = filter?.readerId != null || filter?.isUnassigned != null;
  return !byReader && (filter?.labelIds == null || (hat.scopes ?? []).includes('LABELS_READ'));
}

/** A key lists only what it may read. */
export function keepWithinScopes(hat: Hat | null, filter: Narrowing | null | undefined): void {
  if (hat?.kind !== 'KEY') return;
  if (!(hat.scopes ?? []).includes('CANDIDACIES_READ') || !mayNarrow(hat, filter)) throw forbidden();
}

/** The same for a saved view, which a key must be able to read itself: else a list would tell what it selects. */
export function keepViewWithinScopes(hat: Hat | null, filter: Narrowing): void {
  if (hat?.kind === 'KEY' && !hat.scopes?.includes('VIEWS_READ')) throw forbidden();
  keepWithinScopes(hat, filter);
}

/** The same for the columns of a file. */
export function keepColumnsWithinScopes(hat: Hat | null, columns: readonly string[]): void {
  if (hat?.kind !== 'KEY') return;
  const { scopes = [] } = hat;
  if (columns.includes('ASSIGNED_TO') || (columns.includes('LABELS') && !scopes.includes('LABELS_READ'))) throw forbidden();
}
