import { expect, test } from '@jest/globals';
import { objectionsToUndo } from './bulk-act.ts';

const at = Temporal.Instant.from('2027-02-01T09:00:00Z');
const after = (minutes: number, milliseconds = 0) => at.add({ minutes, milliseconds });

test('an act is taken back within ten minutes, the last instant included', () => {
  expect(objectionsToUndo({ at, undoneAt: null }, after(10))).toEqual([]);
  const [late] = objectionsToUndo({ at, undoneAt: null }, after(10, 1));
  expect(late).toEqual({ reason: 'TOO_LATE_TO_UNDO', closedAt: after(10) });
});

test('an act is taken back once', () => {
  expect(objectionsToUndo({ at, undoneAt: after(1) }, after(2))).toEqual([{ reason: 'ALREADY_UNDONE' }]);
});
