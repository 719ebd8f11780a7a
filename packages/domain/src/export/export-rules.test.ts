import { describe, expect, test } from '@jest/globals';
import { exportsAtOnce, mayExport, objectionsToExport } from './export-rules.ts';

describe('who may export what', () => {
  test('whoever reads the list exports it, and only who may open a dossier exports what it says', () => {
    const may = (withContent: boolean) =>
      (['ADMIN', 'OFFICER', 'OBSERVER', 'REVIEWER'] as const).filter((each) => mayExport([each], withContent));
    expect(may(false)).toEqual(['ADMIN', 'OFFICER', 'OBSERVER']);
    expect(may(true)).toEqual(['ADMIN', 'OFFICER']);
    expect(mayExport([], false)).toBe(false);
  });

  test('every objection is told at once, and none when there is none', () => {
    const told = objectionsToExport({ mayHaveContent: false, withContent: true, underWay: exportsAtOnce });
    expect(told.map(({ reason }) => reason)).toEqual(['CONTENT_NOT_YOURS', 'TOO_MANY_EXPORTS']);
    expect(objectionsToExport({ mayHaveContent: false, withContent: false, underWay: exportsAtOnce - 1 })).toEqual([]);
  });
});
