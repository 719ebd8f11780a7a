import { describe, expect, test } from '@jest/globals';
import { exportsAtOnce, mayExport, objectionsToExport } from './export-rules.ts';

const reasons = (...given: Parameters<typeof objectionsToExport>) => objectionsToExport(...given).map(({ reason }) => reason);

describe('who may export what', () => {
  test('whoever reads the list exports it, and only who may open a dossier exports what it says', () => {
    const may = (withContent: boolean) =>
      (['ADMIN', 'OFFICER', 'OBSERVER', 'REVIEWER'] as const).filter((each) => mayExport({ functions: [each] }, withContent));
    expect(may(false)).toEqual(['ADMIN', 'OFFICER', 'OBSERVER']);
    expect(may(true)).toEqual(['ADMIN', 'OFFICER']);
    expect(mayExport({ functions: [] }, false)).toBe(false);
  });

  test('a key exports when it may write exports and read candidacies, whatever functions its maker has', () => {
    const may = (...scopes: ('EXPORTS_WRITE' | 'EXPORTS_READ' | 'CANDIDACIES_READ')[]) =>
      mayExport({ functions: ['ADMIN'], scopes }, true);
    expect([
      may('EXPORTS_WRITE', 'CANDIDACIES_READ'),
      may('EXPORTS_WRITE'),
      may('CANDIDACIES_READ'),
      may('EXPORTS_READ'),
    ]).toEqual([true, false, false, false]);
  });

  test('every objection is told at once, and none when there is none', () => {
    const observer = { functions: ['OBSERVER'] } as const;
    expect(reasons(observer, { withContent: true, underWay: exportsAtOnce })).toEqual(['CONTENT_NOT_YOURS', 'TOO_MANY_EXPORTS']);
    expect(reasons(observer, { withContent: false, underWay: exportsAtOnce - 1 })).toEqual([]);
    const key = { functions: [], scopes: ['EXPORTS_WRITE'] } as const;
    expect(reasons(key, { withContent: true, underWay: 0 })).toEqual(['LIST_NOT_YOURS']);
  });
});
