import { describe, expect, test } from '@jest/globals';
import { faultsOfNote, objectionsToRemoval, objectionsToRewording } from './note.ts';

const note = { authorId: 'author', version: 2, isRemoved: false };

describe('a note', () => {
  test('is paragraphs of at most 4,000 code points that say something', () => {
    expect(faultsOfNote('À rappeler.\nLettre attendue.')).toEqual([]);
    expect(faultsOfNote('é'.repeat(4000))).toEqual([]);
    expect(faultsOfNote('😀'.repeat(4001))).toEqual([{ reason: 'TEXT_TOO_LONG', max: 4000, path: ['text'] }]);
    expect(faultsOfNote(' \n ')).toEqual([{ reason: 'BLANK', path: ['text'] }]);
    expect(faultsOfNote('a\u202eb')).toEqual([{ reason: 'BIDI_CONTROL', path: ['text'] }]);
  });

  test('is reworded from the version read, a hundred times at most, and never once removed', () => {
    expect(objectionsToRewording(note, 2)).toEqual([]);
    expect(objectionsToRewording(note, 1)).toEqual([{ reason: 'STALE_VERSION', currentVersion: 2 }]);
    expect(objectionsToRewording({ ...note, version: 100 }, 100)).toEqual([{ reason: 'TOO_MANY_ENTRIES', max: 100 }]);
    expect(objectionsToRewording({ ...note, isRemoved: true }, 2)).toEqual([{ reason: 'REMOVED' }]);
  });

  test('is removed by its author or an administrator', () => {
    const by = (personId: string, functions: ('ADMIN' | 'OFFICER')[], expectedVersion = 2) =>
      objectionsToRemoval(note, { personId, functions, expectedVersion });
    expect(by('author', ['OFFICER'])).toEqual([]);
    expect(by('another', ['ADMIN'])).toEqual([]);
    expect(by('another', ['OFFICER'])).toEqual([{ reason: 'NOT_THE_AUTHOR' }]);
    expect(by('author', ['OFFICER'], 1)).toEqual([{ reason: 'STALE_VERSION', currentVersion: 2 }]);
    expect(objectionsToRemoval({ ...note, isRemoved: true }, { personId: 'author', functions: [], expectedVersion: 2 })).toEqual([
      { reason: 'REMOVED' },
    ]);
  });
});
