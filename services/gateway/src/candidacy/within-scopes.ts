import { forbidden } from '../errors/refused.ts';
import type { Hat } from '../permissions/principal-kinds.ts';
import type { CandidacyFilter } from './queue.type.ts';

type Narrowing = Pick<CandidacyFilter, 'labelIds' | 'readerId' | 'isUnassigned'>;

/** A key lists only what it may read, and narrows a list only by what it may read: what is left would tell the rest. Readers are no key's to know. */
export function keepWithinScopes(hat: Hat | null, filter: Narrowing | null | undefined): void {
  if (hat?.kind !== 'KEY') return;
  const { scopes = [] } = hat;
  const byLabel = filter?.labelIds != null;
  const byReader = filter?.readerId != null || filter?.isUnassigned != null;
  const isWithin = scopes.includes('CANDIDACIES_READ') && (!byLabel || scopes.includes('LABELS_READ')) && !byReader;
  if (!isWithin) throw forbidden();
}
