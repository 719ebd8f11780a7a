import type { SchoolFunction } from '../account/school-function.ts';
import { type Fault, faultsOfAnswers, paragraphs } from '../application/field-checks.ts';

/** Longest note, in code points. */
export const longestNote = 4000;
/** Most wordings of one note: whoever has more to say writes another (decision 0015). */
export const mostWordings = 100;

/** Why a note is refused by itself. */
export type NoteFault = Fault;

/** A note is plain paragraphs of at most 4,000 code points, and says something. */
export const faultsOfNote = (text: string): NoteFault[] => faultsOfAnswers({ text }, { text: paragraphs(longestNote) }, []);

/** A note as it stands, to who would change it. */
export interface StandingNote {
  readonly authorId: string;
  readonly version: number;
  readonly isRemoved: boolean;
}

/** Why a note is not changed. */
export type NoteObjection =
  | { readonly reason: 'REMOVED' | 'NOT_THE_AUTHOR' }
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'TOO_MANY_ENTRIES'; readonly max: number };

/** A note is reworded by anybody who works the queue, from the version they read, up to a hundred wordings (decision 0015). */
export function objectionsToRewording(note: StandingNote, expectedVersion: number): NoteObjection[] {
  if (note.isRemoved) return [{ reason: 'REMOVED' }];
  if (note.version !== expectedVersion) return [{ reason: 'STALE_VERSION', currentVersion: note.version }];
  return note.version >= mostWordings ? [{ reason: 'TOO_MANY_ENTRIES', max: mostWordings }] : [];
}

/** A note is removed by whoever wrote it first, or by an administrator of the school, from the version they read (decision 0015). */
export function objectionsToRemoval(
  note: StandingNote,
  { personId, functions, expectedVersion }: Remover,
): readonly NoteObjection[] {
  if (note.isRemoved) return [{ reason: 'REMOVED' }];
  if (note.version !== expectedVersion) return [{ reason: 'STALE_VERSION', currentVersion: note.version }];
  return note.authorId === personId || functions.includes('ADMIN') ? [] : [{ reason: 'NOT_THE_AUTHOR' }];
}

/** Who would remove a note, having read which version of it. */
export interface Remover {
  readonly personId: string;
  readonly functions: readonly SchoolFunction[];
  readonly expectedVersion: number;
}
