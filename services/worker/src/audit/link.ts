import { createHash } from 'node:crypto';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';

/** Every column of an entry, as text; a further column is a further field here, or it is not sealed. */
export interface TrailEntry {
  /** The school's id; null among acts that belong to no school. */
  readonly schoolId: string | null;
  readonly id: string;
  /** Who acted; null when the candidate did. */
  readonly actorId: string | null;
  /** As what; null in a school's trail. */
  readonly hat: string | null;
  readonly act: string;
  readonly objectId: string | null;
  /** In UTC, to the microsecond. */
  readonly at: string;
  readonly purpose: string | null;
  readonly network: string | null;
}

/** A link as it is stored. */
export interface Link {
  readonly number: number;
  readonly auditId: string;
  /** In UTC, to the microsecond. */
  readonly sealedAt: string;
  readonly digest: string;
}

/** What stands before the first link. */
export const beforeFirst = '0'.repeat(64);

/** SHA-256 of the link before, followed by this link's number and instant with the whole entry as canonical JSON. */
export const digestOf = (
  previous: string,
  { number, sealedAt }: Pick<Link, 'number' | 'sealedAt'>,
  { ...entry }: TrailEntry,
): string => createHash('sha256').update(previous).update(canonicalJson({ number, sealedAt, entry })).digest('hex');
